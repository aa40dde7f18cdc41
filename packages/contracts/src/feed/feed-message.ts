import { z } from 'zod';
import { analysisSchema } from '../records/analysis.ts';
import { cameraSchema } from '../records/camera.ts';
import { incidentRecordSchema } from '../records/incident-record.ts';
import { jobSchema } from '../records/job.ts';
import { settingsSchema } from '../records/settings.ts';
import { timestampSchema } from '../records/stored-record.ts';
import { videoSchema } from '../records/video.ts';

/** A job as the feed and the API show it: without the secret of its lease. */
export const shownJobSchema = jobSchema.omit({ leaseToken: true });

/** A job as the feed and the API show it. */
export type ShownJob = z.infer<typeof shownJobSchema>;

/** A camera as the feed and the API show it: without credentials. */
export const shownCameraSchema = cameraSchema.omit({ url: true });

/** What changed. `end` is the last message about a record: it is finished, or removed. */
export const feedEventSchema = z.discriminatedUnion('topic', [
  z.object({ topic: z.literal('incident'), type: z.enum(['new', 'update', 'end']), record: incidentRecordSchema }),
  z.object({ topic: z.literal('job'), type: z.enum(['new', 'update', 'end']), record: shownJobSchema }),
  z.object({ topic: z.literal('video'), type: z.enum(['new', 'update', 'end']), record: videoSchema }),
  z.object({ topic: z.literal('analysis'), type: z.enum(['new', 'update', 'end']), record: analysisSchema }),
  z.object({ topic: z.literal('camera'), type: z.enum(['new', 'update', 'end']), record: shownCameraSchema }),
  z.object({ topic: z.literal('settings'), type: z.literal('update'), record: settingsSchema }),
]);

/** What changed. */
export type FeedEvent = z.infer<typeof feedEventSchema>;

/** A subject of the feed. */
export type FeedTopic = FeedEvent['topic'];

/** One numbered message of the feed. Numbers rise; a client that names the last one it saw gets those after it. */
export const feedMessageSchema = z.intersection(
  z.object({ sequence: z.number().int().positive(), at: timestampSchema }),
  feedEventSchema,
);

/** One numbered message of the feed. */
export type FeedMessage = z.infer<typeof feedMessageSchema>;

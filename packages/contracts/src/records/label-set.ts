import { z } from 'zod';
import { recordIdSchema, storedRecordSchema } from './stored-record.ts';

/** Clips that one set may have. */
export const mostLabelledClips = 200;
/** Events that may be marked in one clip. */
export const mostLabelledEvents = 200;

/** Something that happens in a video and should be found, media time. */
export const labelledEventSchema = z.strictObject({
  startSeconds: z.number().nonnegative().max(1e9),
  endSeconds: z.number().positive().max(1e9),
  /** What it is, such as `fall`, `fight` or `other`. */
  kind: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and "-"'),
});

/** Something that happens in a video and should be found. */
export type LabelledEvent = z.infer<typeof labelledEventSchema>;

/** One video of a set. */
export const labelledClipSchema = z.strictObject({
  videoId: recordIdSchema,
  /** `learn`: it is wholly normal and is learned from; `measure`: it is scored against its events. */
  use: z.enum(['learn', 'measure']),
  /** What happens in it; a clip to measure on without events is wholly normal. */
  events: z.array(labelledEventSchema).max(mostLabelledEvents),
});

/** One video of a set. */
export type LabelledClip = z.infer<typeof labelledClipSchema>;

/** Videos of this server with what people marked in them: a data set that evaluations can run on. */
export const labelSetSchema = storedRecordSchema.extend({
  name: z.string().min(1).max(64),
  clips: z.array(labelledClipSchema).max(mostLabelledClips),
  createdBy: z.string(),
});

/** Videos of this server with what people marked in them. */
export type LabelSet = z.infer<typeof labelSetSchema>;

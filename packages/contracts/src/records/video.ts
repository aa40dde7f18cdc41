import { z } from 'zod';
import { recordIdSchema, storedRecordSchema } from './stored-record.ts';

/** One uploaded video. */
export const videoSchema = storedRecordSchema.extend({
  /** Name of the file as it was uploaded. */
  name: z.string().min(1).max(255),
  /** Camera or place the video belongs to, chosen by the user; null where it stands for itself. */
  sourceId: recordIdSchema.nullable(),
  /** `stored`: probed and playable; `unreadable`: kept, but nothing can be analysed in it. */
  state: z.enum(['stored', 'unreadable']),
  /** Why it is unreadable; null where it is not. */
  problem: z.string().nullable(),
  /** SHA-256 of the content, lower-case hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sizeBytes: z.number().int().nonnegative(),
  /** Media type by content, such as `video/mp4`. */
  mediaType: z.string(),
  durationSeconds: z.number().nonnegative().nullable(),
  width: z.number().int().nonnegative().nullable(),
  height: z.number().int().nonnegative().nullable(),
  framesPerSecond: z.number().positive().nullable(),
  codec: z.string().nullable(),
  hasAudio: z.boolean(),
  /** User or API key that uploaded it. */
  uploadedBy: z.string(),
  /** Analysis that was asked for last; null before the first. */
  latestAnalysisId: recordIdSchema.nullable(),
  /** Held videos are never removed by retention. */
  held: z.boolean(),
  /** Whether retention has removed the original; the record and its incidents stay. */
  originalRemoved: z.boolean(),
});

/** One uploaded video. */
export type Video = z.infer<typeof videoSchema>;

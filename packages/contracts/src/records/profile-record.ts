import { z } from 'zod';
import { storedRecordSchema, timestampSchema } from './stored-record.ts';

/** One state of a profile that can be gone back to. */
export const profileRevisionSchema = z.object({
  revision: z.number().int().positive(),
  /** Hash of the content. */
  profileVersion: z.string(),
  /** Key of the profile's bytes in the media store. */
  fileKey: z.string(),
  change: z.enum(['learned', 'extended', 'undone']),
  /** Plain words: which footage. */
  summary: z.string(),
  at: timestampSchema,
  by: z.string(),
});

/** What is normal for one source, as a record; the profile's bytes are a file of the media store. */
export const profileRecordSchema = storedRecordSchema.extend({
  name: z.string().min(1).max(64),
  /** `learning` until the first revision is there. */
  state: z.enum(['learning', 'ready', 'failed']),
  problem: z.string().nullable(),
  revision: z.number().int().nonnegative(),
  profileVersion: z.string().nullable(),
  fileKey: z.string().nullable(),
  /** Footage it was learned from. */
  sources: z.array(
    z.object({
      name: z.string(),
      seconds: z.number().nonnegative(),
      /** The video; left out by profiles that were learned before it was noted. */
      id: z.string().optional(),
    }),
  ),
  calibrationSeconds: z.number().nonnegative(),
  sizeBytes: z.number().int().nonnegative(),
  /** Newest last, at most 50. */
  revisions: z.array(profileRevisionSchema).max(50),
});

/** What is normal for one source, as a record. */
export type ProfileRecord = z.infer<typeof profileRecordSchema>;

/** One state of a profile that can be gone back to. */
export type ProfileRevision = z.infer<typeof profileRevisionSchema>;

import { z } from 'zod';
import { errorBodySchema } from '../errors.ts';
import { recordIdSchema, storedRecordSchema } from './stored-record.ts';

/** "This is normal": what extending a profile with incidents would change, worked out before it is done. */
export const correctionSchema = storedRecordSchema.extend({
  profileId: recordIdSchema,
  /** Profile version the preview was made on. */
  profileVersion: z.string(),
  /** Incidents called normal. */
  incidentIds: z.array(recordIdSchema).min(1).max(100),
  /** What is learned of them, media seconds: other incidents within them are left out. Corrections from before this was kept learn all. */
  footage: z.array(z.object({ videoId: recordIdSchema, startSeconds: z.number(), endSeconds: z.number() })).optional(),
  state: z.enum(['working', 'ready', 'applied', 'failed']),
  error: errorBodySchema.nullable(),
  /** Incidents of the videos looked at that would no longer be raised. */
  vanishing: z.array(recordIdSchema),
  /** Those among them that a person confirmed: they would be missed. */
  missedConfirmed: z.array(recordIdSchema),
  /** Incidents that would be raised in addition. */
  additional: z.number().int().nonnegative(),
  createdBy: z.string(),
});

/** "This is normal", with what it would change. */
export type Correction = z.infer<typeof correctionSchema>;

import { z } from 'zod';
import { recordIdSchema, storedRecordSchema, timestampSchema } from './stored-record.ts';

/** One live camera. The address holds credentials and never leaves the server: replies carry `shownUrl`. */
export const cameraSchema = storedRecordSchema.extend({
  name: z.string().min(1).max(100),
  /** Stream address with its credentials. */
  url: z.string(),
  /** The address without user name and password. */
  shownUrl: z.string(),
  enabled: z.boolean(),
  state: z.enum(['offline', 'connecting', 'online', 'paused']),
  problem: z.string().nullable(),
  profileId: recordIdSchema.nullable(),
  budgetIncidentsPerDay: z.number().positive(),
  lastFrameAt: timestampSchema.nullable(),
});

/** One live camera. */
export type Camera = z.infer<typeof cameraSchema>;

import type { z } from 'zod';
import { recordIdSchema, storedRecordSchema } from './stored-record.ts';

/** That somebody has seen an incident and is done with it. It is their own note; what the incident is, its status tells everybody. */
export const reviewMarkSchema = storedRecordSchema.extend({ userId: recordIdSchema, incidentId: recordIdSchema });

/** That somebody has seen an incident and is done with it. */
export type ReviewMark = z.infer<typeof reviewMarkSchema>;

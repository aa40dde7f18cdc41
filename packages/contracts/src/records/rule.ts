import { z } from 'zod';
import { recordIdSchema, storedRecordSchema } from './stored-record.ts';

/** A rule in plain language. */
export const ruleSchema = storedRecordSchema.extend({
  /** What to look for, as the user wrote it. */
  sentence: z.string().min(1).max(300),
  enabled: z.boolean(),
  /** Sources it watches; empty for all. */
  sourceIds: z.array(recordIdSchema).max(1000),
  severity: z.enum(['info', 'warning', 'critical']),
  budgetIncidentsPerDay: z.number().positive(),
  createdBy: z.string(),
});

/** A rule in plain language. */
export type Rule = z.infer<typeof ruleSchema>;

import { z } from 'zod';
import { storedRecordSchema } from './stored-record.ts';

/** How long files of a source are kept. */
export const retentionSchema = z.object({
  /** Days after which files go; null keeps them. */
  maxAgeDays: z.number().positive().max(36_500).nullable(),
  /** Bytes above which the oldest files go; null sets no limit. */
  maxBytes: z.number().int().positive().nullable(),
});

/** How long files of a source are kept. */
export type Retention = z.infer<typeof retentionSchema>;

/** What administrators set while the services run; the one record has the id `settings`. */
export const settingsSchema = storedRecordSchema.extend({
  /** Alarm budget of analyses that name none. */
  defaultBudgetIncidentsPerDay: z.number().positive().max(100_000),
  /** Whether a finished upload is analysed without being asked. */
  analyseUploads: z.boolean(),
  /** Whether workers lease nothing. */
  queuePaused: z.boolean(),
  retention: retentionSchema,
  /** By source id, over the general one. */
  retentionBySource: z.record(z.string(), retentionSchema),
  /** Days for which audit entries are kept. */
  auditDays: z.number().int().positive().max(36_500),
});

/** What administrators set while the services run. */
export type Settings = z.infer<typeof settingsSchema>;

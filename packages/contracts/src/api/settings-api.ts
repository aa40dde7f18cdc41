import { z } from 'zod';
import { retentionSchema, settingsSchema } from '../records/settings.ts';
import { recordIdSchema } from '../records/stored-record.ts';
import { budgetSchema } from './analysis-api.ts';
import { madeOnSchema } from './record-params.ts';
import { named } from './schema-names.ts';

named('Settings', settingsSchema);

const retentionChangeSchema = z.strictObject(retentionSchema.shape);

/** What may be changed of the settings; what is left out stays. */
export const settingsChangeSchema = named(
  'SettingsChange',
  z.strictObject({
    version: madeOnSchema,
    defaultBudgetIncidentsPerDay: budgetSchema.optional(),
    analyseUploads: z.boolean().optional(),
    queuePaused: z.boolean().optional(),
    retention: retentionChangeSchema.optional(),
    /** All of them, in place of those before; at most 1000 sources. */
    retentionBySource: z
      .record(recordIdSchema, retentionChangeSchema)
      .refine((bySource) => Object.keys(bySource).length <= 1000, 'names more than 1000 sources')
      .optional(),
    auditDays: settingsSchema.shape.auditDays.optional(),
  }),
);

/** What may be changed of the settings. */
export type SettingsChange = z.infer<typeof settingsChangeSchema>;

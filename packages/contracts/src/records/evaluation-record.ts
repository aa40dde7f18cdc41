import { z } from 'zod';
import { evaluationLabelsSchema } from '../evaluation-labels.ts';
import { errorBodySchema } from '../errors.ts';
import { recordIdSchema, storedRecordSchema } from './stored-record.ts';

/** One evaluation on labelled footage that lies on the server. */
export const evaluationRecordSchema = storedRecordSchema.extend({
  /** Name of the data set: a folder with a `dataset.json` below the server's `DATASETS_DIR`, or a label set. */
  dataset: z.string().min(1).max(128),
  jobId: recordIdSchema,
  /** Alarm budget that it is measured at, incidents a day; null for the general one when it runs. */
  budgetIncidentsPerDay: z.number().positive().nullable().default(null),
  /** Label set that it runs on, whose name is then the data set's; null for a folder of the server. */
  labelSetId: recordIdSchema.nullable().default(null),
  /** Which labels it measured; null before it is done, and for evaluations from before that was recorded. */
  labels: evaluationLabelsSchema.nullable().default(null),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  error: errorBodySchema.nullable(),
  /** Figures by name, such as `microAuc`; null where one does not apply. */
  figures: z.record(z.string(), z.number().nullable()),
  /** Media store key of the report page; null before it is done. The outcome lies beside it. */
  reportKey: z.string().nullable(),
  requestedBy: z.string(),
});

/** One evaluation on labelled footage that lies on the server. */
export type EvaluationRecord = z.infer<typeof evaluationRecordSchema>;

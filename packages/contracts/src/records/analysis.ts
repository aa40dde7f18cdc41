import { z } from 'zod';
import { budgetStatementSchema, modalityReportSchema } from '../analysis.ts';
import { errorBodySchema } from '../errors.ts';
import { recordIdSchema, storedRecordSchema, timestampSchema } from './stored-record.ts';

/** One run of the pipeline over one video. Its complete result and its report are files of the media store. */
export const analysisSchema = storedRecordSchema.extend({
  videoId: recordIdSchema,
  jobId: recordIdSchema,
  /** Profile the video is compared with; null compares it with itself. */
  profileId: recordIdSchema.nullable(),
  profileVersion: z.string().nullable(),
  budgetIncidentsPerDay: z.number().positive(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  error: errorBodySchema.nullable(),
  startedAt: timestampSchema.nullable(),
  endedAt: timestampSchema.nullable(),
  analysedSeconds: z.number().nonnegative().nullable(),
  incidentCount: z.number().int().nonnegative().nullable(),
  budget: budgetStatementSchema.nullable(),
  modalities: z.array(modalityReportSchema),
  versions: z.record(z.string(), z.string()),
  warnings: z.array(z.string()),
});

/** One run of the pipeline over one video. */
export type Analysis = z.infer<typeof analysisSchema>;

import { z } from 'zod';
import { analysisResultSchema } from '../analysis.ts';
import { analysisSchema } from '../records/analysis.ts';
import { recordIdSchema } from '../records/stored-record.ts';
import { pageQuerySchema, pageSchema } from './page.ts';
import { listOrderSchema } from './query-values.ts';
import { named } from './schema-names.ts';

named('AnalysisResult', analysisResultSchema);

/** Incidents a day that a source may raise. */
export const budgetSchema = z.number().min(0.001).max(100_000);

/** What an analysis is asked for with. */
export const analysisRequestSchema = named(
  'AnalysisRequest',
  z.strictObject({
    /** Profile to compare with; null or left out compares the video with itself. */
    profileId: recordIdSchema.nullable().optional(),
    /** The general budget where left out. */
    budgetIncidentsPerDay: budgetSchema.optional(),
  }),
);

/** What an analysis is asked for with. */
export type AnalysisSubmissionRequest = z.infer<typeof analysisRequestSchema>;

/** Query of the list of analyses. */
export const analysisListQuerySchema = pageQuerySchema
  .extend({ order: listOrderSchema, videoId: recordIdSchema.optional() })
  .strict();

/** A page of analyses. */
export const analysisPageSchema = named('AnalysisPage', pageSchema(named('Analysis', analysisSchema)));

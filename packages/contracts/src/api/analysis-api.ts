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

const fractionSchema = z
  .string()
  .regex(/^(?:0(?:\.\d{1,9})?|1(?:\.0{1,9})?|\.\d{1,9})$/, 'is not a fraction from 0 to 1')
  .transform(Number);

/** A place in the picture, edges in fractions of it: 0 is its left or top edge, 1 its right or bottom edge. */
export const activityQuerySchema = z
  .strictObject({ left: fractionSchema, top: fractionSchema, right: fractionSchema, bottom: fractionSchema })
  .refine(({ left, right, top, bottom }) => left <= right && top <= bottom, 'ends before it begins');

/** When something moved in a place of the picture. */
export const activitySearchSchema = named(
  'ActivitySearch',
  z.object({
    /** Most movement first, at most 100. */
    moments: z.array(
      z.object({
        startSeconds: z.number(),
        endSeconds: z.number(),
        /** When most of it moved fastest. */
        peakSeconds: z.number(),
        /** Movement as a share of that of the strongest moment, 0 to 1. */
        strength: z.number(),
      }),
    ),
    /** Moments in all. */
    total: z.number().int(),
    /** How finely it is told when something moved, seconds. */
    stretchSeconds: z.number(),
  }),
);

/** When something moved in a place of the picture. */
export type ActivitySearch = z.infer<typeof activitySearchSchema>;

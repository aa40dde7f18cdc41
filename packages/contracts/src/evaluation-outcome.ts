import { z } from 'zod';
import { named } from './api/schema-names.ts';
import { modalitySchema } from './kinds.ts';

const countSchema = z.number().int().nonnegative();
const shareSchema = z.number().min(0).max(1);
const timeRangeSchema = z.object({ startSeconds: z.number(), endSeconds: z.number() });
const areasSchema = z.object({
  /** Area under the ROC curve over all frames concatenated. */
  microAuc: shareSchema.nullable(),
  /** Mean over clips that have both classes. */
  macroAuc: shareSchema.nullable(),
});

/**
 * What an evaluation has found, without the scores of single frames. A figure that the labels of the data set do not allow is null,
 * never a filler.
 */
export const evaluationOutcomeSchema = named(
  'EvaluationOutcome',
  z.object({
    name: z.string(),
    task: z.enum(['one-class', 'event', 'audio', 'unlabelled']),
    trainClips: countSchema,
    testClips: countSchema,
    scoredFrames: countSchema,
    /** Share of scored frames that are labelled anomalous. */
    anomalousShare: shareSchema.nullable(),
    ...areasSchema.shape,
    equalErrorRate: shareSchema.nullable(),
    averagePrecision: shareSchema.nullable(),
    /** Points of the curve, at most 500, from the strictest threshold on; null without both classes. */
    roc: z.array(z.object({ falsePositiveRate: shareSchema, truePositiveRate: shareSchema })).nullable(),
    /** Points of the curve, at most 500, from the strictest threshold on; null without anomalous frames. */
    precisionRecall: z.array(z.object({ recall: shareSchema, precision: shareSchema })).nullable(),
    /** Seconds of footage analysed in a second of wall clock. */
    timesRealTime: z.number().nonnegative().nullable(),
    perModality: z.partialRecord(
      modalitySchema,
      areasSchema.extend({
        /** Labelled frames that the areas leave out, because the camera was at fault; missing in results from before it was counted. */
        leftOutFrames: countSchema.optional(),
      }),
    ),
    /** By the data set's label. */
    perKind: z.record(
      z.string(),
      z.object({
        precision: shareSchema.nullable(),
        recall: shareSchema.nullable(),
        f1: shareSchema.nullable(),
        truePositives: countSchema,
        falsePositives: countSchema,
        falseNegatives: countSchema,
      }),
    ),
    /** How soon labelled events raised an alarm; null where no clip has frame labels. */
    delay: z
      .object({
        medianSeconds: z.number().nonnegative().nullable(),
        meanSeconds: z.number().nonnegative().nullable(),
        detected: countSchema,
        missed: countSchema,
      })
      .nullable(),
    /** Alarms at the budget's threshold, an hour of test footage. */
    alarmsPerHour: z.number().nonnegative().nullable(),
    /** Those of them that meet no labelled event, an hour of normal footage. */
    falseAlarmsPerHour: z.number().nonnegative().nullable(),
    /** Clips that are easily taken for an event and are none. */
    hardNegatives: z.object({ clips: countSchema, falseAlarms: countSchema }).nullable(),
    budget: z.object({ incidentsPerDay: z.number().positive(), enoughData: z.boolean(), summary: z.string() }).nullable(),
    perClip: z.array(
      z.object({
        file: z.string(),
        /** What people call it; null, or missing in results from before it was kept, where the data set does not say. */
        name: z.string().nullable().optional(),
        label: z.string().nullable(),
        /** What the clip was taken for; null where the data set has no clip labels. */
        predicted: z.string().nullable(),
        auc: shareSchema.nullable(),
        peakScore: z.number().nullable(),
        durationSeconds: z.number().nonnegative(),
        /** Labelled anomalous stretches, media time; null where the clip has no frame labels. */
        labelled: z.array(timeRangeSchema).nullable(),
        /** Incidents at the budget's threshold, media time. */
        alarms: z.array(timeRangeSchema),
      }),
    ),
    warnings: z.array(z.string()),
    versions: z.record(z.string(), z.string()),
  }),
);

/** What an evaluation has found. */
export type EvaluationOutcome = z.infer<typeof evaluationOutcomeSchema>;

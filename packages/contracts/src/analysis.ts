import { z } from 'zod';
import { incidentSchema } from './incident.ts';
import { incidentKindSchema, modalitySchema, modalityStateSchema } from './kinds.ts';

/** What the alarm budget promises and what the calibration data supports. */
export const budgetStatementSchema = z.object({
  /** Incidents a day that the user accepts from this source. */
  incidentsPerDay: z.number().positive(),
  /** Fused surprise, −log10 p, at which an incident opens. */
  thresholdSurprise: z.number(),
  /** Incidents a day that the calibration footage gives at the threshold. */
  expectedPerDay: z.number().nonnegative(),
  /** Footage the calibration rests on, seconds. */
  calibrationSeconds: z.number().nonnegative(),
  /** Whether the calibration footage is long enough to support the promise; false means the threshold rests on an extrapolated tail. */
  enoughData: z.boolean(),
  /** The same in one plain sentence. */
  summary: z.string(),
});

/** What the alarm budget promises and what the calibration data supports. */
export type BudgetStatement = z.infer<typeof budgetStatementSchema>;

/** Surprise over time: one value an analysed frame. */
export const scoreTimelineSchema = z.object({
  /** Media times of the analysed frames, seconds, ascending. */
  seconds: z.array(z.number()),
  /** Fused surprise, −log10 of the calibrated p-value. */
  fused: z.array(z.number()),
  /** Surprise by modality, null where the modality said nothing about that frame. */
  modalities: z.partialRecord(modalitySchema, z.array(z.number().nullable())),
});

/** Surprise over time: one value an analysed frame. */
export type ScoreTimeline = z.infer<typeof scoreTimelineSchema>;

/** State of one modality over a whole analysis. */
export const modalityReportSchema = z.object({
  modality: modalitySchema,
  state: modalityStateSchema,
  reason: z.string().nullable(),
});

/** The complete answer for one video: what `incidents.json` holds. The same input gives the same bytes. */
export const analysisResultSchema = z.object({
  format: z.literal('vigil-analysis'),
  formatVersion: z.literal(1),
  source: z.object({
    id: z.string(),
    file: z.string(),
    sizeBytes: z.number(),
    durationSeconds: z.number().nullable(),
    width: z.number().int(),
    height: z.number().int(),
    framesPerSecond: z.number().nullable(),
    codec: z.string(),
    hasAudio: z.boolean(),
    /** True where the file ended before its container said it would. */
    truncated: z.boolean(),
  }),
  analysedFrames: z.number().int(),
  analysedSeconds: z.number(),
  baseline: z.enum(['profile', 'self']),
  profile: z.object({ name: z.string(), version: z.string() }).nullable(),
  budget: budgetStatementSchema,
  modalities: z.array(modalityReportSchema),
  timeline: scoreTimelineSchema,
  /** How near the source came to each kind that has a rule of its own: 1 is the rule's threshold. */
  kindScores: z.partialRecord(incidentKindSchema, z.number()),
  incidents: z.array(incidentSchema),
  settings: z.record(z.string(), z.unknown()),
  versions: z.record(z.string(), z.string()),
  warnings: z.array(z.string()),
});

/** The complete answer for one video. */
export type AnalysisResult = z.infer<typeof analysisResultSchema>;

import { z } from 'zod';
import { scoreTimelineSchema } from '../analysis.ts';
import { named } from './schema-names.ts';

const secondsSchema = z
  .string()
  .regex(/^(?:\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})$/, 'is not a time in seconds')
  .transform(Number);

/** A part of a timeline, media seconds; up to the recording's ends where they are left out. */
export const timelineQuerySchema = z
  .strictObject({
    startSeconds: secondsSchema.optional(),
    endSeconds: secondsSchema.optional(),
    /** Entries at most. */
    points: z.coerce.number().int().min(10).max(5000).default(1500),
  })
  .refine(
    ({ startSeconds = 0, endSeconds = Number.POSITIVE_INFINITY }) => startSeconds < endSeconds,
    'ends before it begins, or where it begins',
  );

/** Surprise over a part of a recording, as finely as was asked for. */
export const analysisTimelineSchema = named(
  'AnalysisTimeline',
  z.object({
    /** Length of the whole recording, seconds. */
    durationSeconds: z.number().nonnegative(),
    /** Fused surprise, −log10 p, at which an incident opens. */
    thresholdSurprise: z.number(),
    /** Length of the stretch of time that an entry stands for; where the entries are frames their usual distance. */
    secondsPerEntry: z.number().nonnegative(),
    /**
     * Whether the entries are the analysed frames as the result has them. Else each is a stretch of time with the largest value of every
     * lane, at the time of the largest of all together.
     */
    exact: z.boolean(),
    /** Stretches without footage that reach into the part, but for those shorter than an entry. */
    gaps: z.array(z.object({ startSeconds: z.number(), endSeconds: z.number() })),
    timeline: scoreTimelineSchema,
  }),
);

/** Surprise over a part of a recording. */
export type AnalysisTimeline = z.infer<typeof analysisTimelineSchema>;

import { z } from 'zod';

const frameRangeSchema = z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]);

/** One clip of a labelled data set. Unknown fields are kept. */
export const datasetClipSchema = z.looseObject({
  /** Path relative to the folder of `dataset.json`. */
  file: z.string().min(1),
  split: z.enum(['train', 'test']).optional(),
  /** What the clip shows as a whole: `fall`, `fight`, `normal`, … */
  label: z.string().optional(),
  /** 0-based inclusive ranges of anomalous frames. */
  anomalousFrames: z.array(frameRangeSchema).optional(),
  fallingFrames: frameRangeSchema.optional(),
  lyingFrames: frameRangeSchema.optional(),
  hardNegative: z.boolean().optional(),
  activity: z.string().optional(),
  /** What people call it; shown in place of the path. */
  name: z.string().optional(),
  /** Its length, for showing how far an evaluation is. */
  durationSeconds: z.number().positive().optional(),
  note: z.string().optional(),
  /** What happens in it, media time in seconds, where the set was marked on a server; figures go by `anomalousFrames`. */
  events: z.array(z.object({ startSeconds: z.number(), endSeconds: z.number(), kind: z.string() })).optional(),
});

/** One clip of a labelled data set. */
export type DatasetClip = z.infer<typeof datasetClipSchema>;

/** A labelled data set as `dataset.json` describes it; see `docs/dataset-format.md`. */
export const datasetSchema = z.looseObject({
  name: z.string().min(1),
  task: z.enum(['one-class', 'event', 'audio', 'unlabelled']),
  framesPerSecond: z.number().positive().optional(),
  source: z.string().optional(),
  terms: z.string().optional(),
  clips: z.array(datasetClipSchema).min(1),
});

/** A labelled data set as `dataset.json` describes it. */
export type Dataset = z.infer<typeof datasetSchema>;

import { rocAuc } from './roc.ts';

/** Scores and labels of the frames of one clip, equally long. */
export interface ScoredClip {
  readonly scores: ArrayLike<number>;
  /** 1 for anomalous, 0 for normal. */
  readonly labels: ArrayLike<number>;
}

/** All frames of all clips, one after the other; no clip is normalised. */
export function concatenateClips(clips: readonly ScoredClip[]): { readonly scores: Float64Array; readonly labels: Uint8Array } {
  const frames = clips.reduce((sum, clip) => sum + clip.scores.length, 0);
  const scores = new Float64Array(frames);
  const labels = new Uint8Array(frames);
  let offset = 0;
  for (const clip of clips) {
    if (clip.scores.length !== clip.labels.length)
      throw new RangeError(`${clip.scores.length} scores for ${clip.labels.length} labels.`);
    scores.set(clip.scores, offset);
    labels.set(clip.labels, offset);
    offset += clip.scores.length;
  }
  return { scores, labels };
}

/**
 * Micro frame AUC: the ROC AUC over the frames of all clips concatenated, no clip normalised (Georgescu et al., 2021, name
 * micro and macro so).
 *
 * @returns 0 to 1; null where one of the classes is missing
 */
export function microAuc(clips: readonly ScoredClip[]): number | null {
  const { scores, labels } = concatenateClips(clips);
  return rocAuc(scores, labels);
}

/**
 * Macro frame AUC: the mean ROC AUC of the clips that have both classes.
 *
 * @returns 0 to 1; null where no clip has both
 */
export function macroAuc(clips: readonly ScoredClip[]): number | null {
  const areas = clips.map((clip) => rocAuc(clip.scores, clip.labels)).filter((area) => area !== null);
  return areas.length === 0 ? null : areas.reduce((sum, area) => sum + area, 0) / areas.length;
}

import type { CalibrationSketch } from '../calibration/calibration-sketch.ts';
import type { Series } from '../incidents/peaks.ts';
import { fuseMoment, type MomentSketches } from '../scoring/calibrated-moment.ts';
import { type CellNormality, MomentScorer } from '../scoring/moment-scorer.ts';
import type { Moment } from '../scoring/moment.ts';
import type { LearningSource } from './learning-source.ts';

/** The scores of a moment that are calibrated over time. */
export const momentScoreNames = [
  'speedScore',
  'movementScore',
  'appearanceScore',
  'whereScore',
  'pace',
  'size',
  'crowd',
  'labelScore',
] as const;

type MomentScoreName = (typeof momentScoreNames)[number];

/** The scores of all moments of a source. */
export interface MomentScores {
  readonly seconds: number[];
  readonly values: Readonly<Record<(typeof momentScoreNames)[number], number[]>>;
}

/** Scores every moment of a source. */
export async function scoreMoments(source: LearningSource, normality: CellNormality): Promise<MomentScores> {
  const scores: MomentScores = {
    seconds: [],
    values: {
      speedScore: [],
      movementScore: [],
      appearanceScore: [],
      whereScore: [],
      pace: [],
      size: [],
      crowd: [],
      labelScore: [],
    },
  };
  const scorer = new MomentScorer(normality);
  const take = (moment: Moment): void => {
    scores.seconds.push(moment.record.seconds);
    for (const name of momentScoreNames) scores.values[name].push(moment[name]);
  };
  for await (const record of source.source.records()) scorer.push(record).forEach(take);
  scorer.end().forEach(take);
  return scores;
}

/** The fused score of every moment of a source. */
export function fuseScores(sketches: MomentSketches, scores: MomentScores, withAppearance: boolean): Series {
  const values = scores.seconds.map((_, i) => {
    const at = Object.fromEntries(momentScoreNames.map((name) => [name, scores.values[name][i]])) as Record<
      MomentScoreName,
      number
    >;
    return fuseMoment(sketches, at, withAppearance).fusedScore;
  });
  return { seconds: Float64Array.from(scores.seconds), values: Float64Array.from(values) };
}

/** One sketch a score, over all sources. */
export function sketchOf(
  parts: readonly MomentScores[],
  name: (typeof momentScoreNames)[number],
  from: (values: number[]) => CalibrationSketch,
): CalibrationSketch {
  return from(parts.flatMap((part) => part.values[name]));
}

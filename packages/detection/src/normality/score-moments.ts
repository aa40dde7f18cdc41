import type { CalibrationSketch } from '../calibration/calibration-sketch.ts';
import { fuseMoment, senseSurprises, type MomentSketches } from '../scoring/calibrated-moment.ts';
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
  'limbs',
  'posture',
  'loudness',
  'oddness',
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
    values: Object.fromEntries(momentScoreNames.map((name) => [name, []])) as unknown as MomentScores['values'],
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

/** What the families of every moment of a source say together, before that is calibrated. */
export interface FusedScores {
  readonly seconds: Float64Array;
  /** Fused score of the picture's families. */
  readonly picture: Float64Array;
  /** Surprise of bodies and of sound; 0 where they were not measured. */
  readonly pose: Float64Array;
  readonly sound: Float64Array;
}

/** Fuses the families of every moment of a source. */
export function fuseScores(sketches: MomentSketches, scores: MomentScores, withAppearance: boolean): FusedScores {
  const { length } = scores.seconds;
  const [picture, pose, sound] = [new Float64Array(length), new Float64Array(length), new Float64Array(length)];
  for (let i = 0; i < length; i += 1) {
    const at = Object.fromEntries(momentScoreNames.map((name) => [name, scores.values[name][i]])) as Record<
      MomentScoreName,
      number
    >;
    const families = fuseMoment(sketches, at, withAppearance);
    picture[i] = families.fusedScore;
    ({ pose: pose[i], sound: sound[i] } = senseSurprises(families));
  }
  return { seconds: Float64Array.from(scores.seconds), picture, pose, sound };
}

/** One sketch a score, over all sources. */
export function sketchOf(
  parts: readonly MomentScores[],
  name: (typeof momentScoreNames)[number],
  from: (values: number[]) => CalibrationSketch,
): CalibrationSketch {
  return from(parts.flatMap((part) => part.values[name]));
}

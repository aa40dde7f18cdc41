import type { CalibrationSketch } from '../calibration/calibration-sketch.ts';
import { openSketch, sketchNames, type NormalityProfile, type SketchName } from '../normality/normality-profile.ts';
import type { Moment } from './moment.ts';

/** The families of one moment measured against the calibration footage. All surprises are −log10 of p-values. */
export interface FamilySurprises {
  readonly movement: number;
  /** Speed alone and appearance alone, as the timelines show them; `movement` is what counts. */
  readonly speed: number;
  readonly appearance: number;
  readonly where: number;
  /** Speed of the fastest thing followed. */
  readonly pace: number;
  /** Size of the largest thing followed. */
  readonly size: number;
  readonly crowd: number;
  readonly label: number;
  /** Combination of the families, before it is calibrated again. */
  readonly fusedScore: number;
}

/** A moment measured against the calibration footage. */
export interface CalibratedMoment extends FamilySurprises {
  readonly moment: Moment;
  /** Fused surprise. */
  readonly fused: number;
}

/**
 * A family joins the fusion beside movement only with what goes beyond this surprise, so that families which have nothing to
 * say add nothing, in normal footage as elsewhere.
 */
export const joiningSurprise = 2;

/** The calibration of the families over time. */
export type MomentSketches = Readonly<
  Record<
    'speedScore' | 'movementScore' | 'appearanceScore' | 'whereScore' | 'pace' | 'size' | 'crowd' | 'labelScore',
    CalibrationSketch
  >
>;

/** Combines the families of one moment: −log10 p of movement and what the others have beyond {@link joiningSurprise}. */
export function fuseMoment(
  sketches: MomentSketches,
  moment: Pick<Moment, keyof MomentSketches>,
  withAppearance: boolean,
): FamilySurprises {
  const speed = sketches.speedScore.surprise(moment.speedScore);
  const movement = withAppearance ? sketches.movementScore.surprise(moment.movementScore) : speed;
  const appearance = withAppearance ? sketches.appearanceScore.surprise(moment.appearanceScore) : 0;
  const where = sketches.whereScore.surprise(moment.whereScore);
  const pace = sketches.pace.surprise(moment.pace);
  const size = sketches.size.surprise(moment.size);
  const crowd = sketches.crowd.surprise(moment.crowd);
  const label = sketches.labelScore.surprise(moment.labelScore);
  const fusedScore = movement + beyond(where) + beyond(pace) + beyond(size) + beyond(crowd) + beyond(label);
  return { movement, speed, appearance, where, pace, size, crowd, label, fusedScore };
}

/** What a family adds to the fusion. */
export function beyond(surprise: number): number {
  return Math.max(0, surprise - joiningSurprise);
}

/** The sketches of a profile, ready to use. */
export function openSketches(profile: NormalityProfile): Readonly<Record<SketchName, CalibrationSketch>> {
  const entries = sketchNames.map((name) => [name, openSketch(name, profile.sketches[name])]);
  return Object.fromEntries(entries) as Record<SketchName, CalibrationSketch>;
}

import type { CalibrationSketch } from '../calibration/calibration-sketch.ts';
import { openSketch, sketchNames, type NormalityProfile, type SketchName } from '../normality/normality-profile.ts';
import { beyond } from './joining-surprise.ts';
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
  /** Speed of the fastest limb, and the most tilted torso. */
  readonly limbs: number;
  readonly posture: number;
  /** Level of the sound, and how unlike normal sound it is. */
  readonly loudness: number;
  readonly oddness: number;
  /** Combination of the picture's families, before it is calibrated again. */
  readonly fusedScore: number;
}

/** A moment measured against the calibration footage. */
export interface CalibratedMoment extends FamilySurprises {
  readonly moment: Moment;
  /** What the bodies and the sound say: the larger of their two families each. */
  readonly pose: number;
  readonly sound: number;
  /** Surprise of the picture's families alone. */
  readonly picture: number;
  /** Fused surprise of all senses that take part. */
  readonly fused: number;
}

/** The calibration of the families over time. */
export type MomentSketches = Readonly<
  Record<
    | 'speedScore'
    | 'movementScore'
    | 'appearanceScore'
    | 'whereScore'
    | 'pace'
    | 'size'
    | 'crowd'
    | 'labelScore'
    | 'limbs'
    | 'posture'
    | 'loudness'
    | 'oddness',
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
  const limbs = surpriseOf(sketches.limbs, moment.limbs);
  const posture = surpriseOf(sketches.posture, moment.posture);
  const loudness = surpriseOf(sketches.loudness, moment.loudness);
  const oddness = surpriseOf(sketches.oddness, moment.oddness);
  return { movement, speed, appearance, where, pace, size, crowd, label, limbs, posture, loudness, oddness, fusedScore };
}

/** What was not measured does not surprise. */
function surpriseOf(sketch: CalibrationSketch, value: number): number {
  return Number.isNaN(value) ? 0 : sketch.surprise(value);
}

/** What bodies and sound say: the larger of their two families each. */
export function senseSurprises({ limbs, posture, loudness, oddness }: FamilySurprises): { pose: number; sound: number } {
  return { pose: Math.max(limbs, posture), sound: Math.max(loudness, oddness) };
}

/** The sketches of a profile, ready to use. */
export function openSketches(profile: NormalityProfile): Readonly<Record<SketchName, CalibrationSketch>> {
  const entries = sketchNames.map((name) => [name, openSketch(name, profile.sketches[name])]);
  return Object.fromEntries(entries) as Record<SketchName, CalibrationSketch>;
}

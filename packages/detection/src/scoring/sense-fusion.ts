import { CalibrationSketch, type CalibrationSketchData } from '../calibration/calibration-sketch.ts';
import { beyond } from './joining-surprise.ts';

/** Senses that join the picture's own families where they are there. */
export interface JoinedSenses {
  readonly pose: boolean;
  readonly sound: boolean;
}

/**
 * Which senses a surprise was made from. Each combination is calibrated by itself: a sense that is absent drops out without
 * changing what the others say.
 */
export const fusionNames = ['picture', 'picture+pose', 'picture+sound', 'picture+pose+sound'] as const;

/** Which senses a surprise was made from. */
export type FusionName = (typeof fusionNames)[number];

/** How often a fused surprise comes up in normal footage. */
export interface FusionCalibration {
  /** Calibrates the joined surprises; null where the picture's families alone are calibrated already. */
  readonly sketch: CalibrationSketchData | null;
  /** Heights of the separate peaks of the fused surprise in normal footage, ascending; the highest where not all are kept. */
  readonly peaks: Float64Array;
  /** Number of separate peaks, also of those that are not kept. */
  readonly peakCount: number;
  /** Footage it rests on, seconds. */
  readonly seconds: number;
}

/** The calibrations of a profile by combination; footage without a sense gives none for combinations with it. */
export type FusionCalibrations = Readonly<
  { picture: FusionCalibration } & Partial<Record<FusionName, FusionCalibration | undefined>>
>;

/** The senses of a combination. */
export function sensesOf(name: FusionName): JoinedSenses {
  return { pose: name.includes('pose'), sound: name.includes('sound') };
}

/** Combinations that senses can take part in: every one that needs no more than these. */
export function fusionsWithin({ pose, sound }: JoinedSenses): FusionName[] {
  return fusionNames.filter((name) => (pose || !sensesOf(name).pose) && (sound || !sensesOf(name).sound));
}

/** The combination with the most senses that both a profile and a source have. */
export function bestFusion(fusions: FusionCalibrations, senses: JoinedSenses): FusionName {
  const known = fusionsWithin(senses).filter((name) => (fusions[name]?.seconds ?? 0) > 0);
  return known.at(-1) ?? 'picture';
}

/** Joins the senses' surprises to the picture's own. */
export function joinSurprises(
  picture: number,
  surprises: { pose: number; sound: number },
  { pose, sound }: JoinedSenses,
): number {
  return picture + (pose ? beyond(surprises.pose) : 0) + (sound ? beyond(surprises.sound) : 0);
}

/** Settings of the calibration of joined surprises: one more decade of score is at most one more decade of surprise. */
export const fusionTail = { tailShare: 0.01, leastTailScale: 1 / Math.LN10 };

/** Turns joined surprises into calibrated ones. */
export function fusionCalibrator(calibration: FusionCalibration | undefined): (joined: number) => number {
  if (!calibration?.sketch) return (joined) => joined;
  const sketch = new CalibrationSketch(calibration.sketch, fusionTail);
  return (joined) => sketch.surprise(joined);
}

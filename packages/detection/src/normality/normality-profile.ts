import type { NormalMoment } from '@vigil/contracts';
import { CalibrationSketch, type CalibrationSketchData, defaultTail } from '../calibration/calibration-sketch.ts';
import type { FeatureGrid } from '../features/feature-grid.ts';
import type { ExemplarSet } from './exemplar-set.ts';
import type { FusionCalibrations } from '../scoring/sense-fusion.ts';
import type { SoundNormality } from '../sound/sound-normality.ts';
import type { RuleRecord } from '../rules/rule-record.ts';
import type { PlaceStatistics } from './place-statistics.ts';

/** Version of the shape of {@link NormalityProfile} and of what its numbers mean. */
export const profileFormatVersion = 3;

/** The calibrated quantities of a profile. */
export const sketchNames = [
  /** Speed along the path, a value a moving cell, picture heights a second. */
  'speed',
  /** Appearance distance along the path, a value a moving cell. */
  'distance',
  /** Movement score of a moment from speed alone, and from speed and appearance. */
  'speedScore',
  'movementScore',
  /** Appearance score of a moment. */
  'appearanceScore',
  /** Place and direction score of a moment. */
  'whereScore',
  /** Speed of the fastest thing followed, its own lengths a second. */
  'pace',
  /** Square root of the largest followed thing's share of the picture. */
  'size',
  /** Moving things in the picture. */
  'crowd',
  /** Rarity of the rarest label of a moment. */
  'labelScore',
  /** Fastest limb of a moment, lengths of the own torso a second, and largest tilt of a torso, degrees. */
  'limbs',
  'posture',
  /** Loudness and oddness of the sound of a moment. */
  'loudness',
  'oddness',
  /** Longest stay of a track at one place, seconds. */
  'dwell',
  /** Fused score of the picture's families of a moment. */
  'fused',
] as const;

/** Name of a calibrated quantity. */
export type SketchName = (typeof sketchNames)[number];

/** Scores that are −log10 of a chance: one more decade of score is at most one more decade of surprise. */
const decades = { tailShare: 0.01, leastTailScale: 1 / Math.LN10 };

const tails: Readonly<Partial<Record<SketchName, typeof defaultTail>>> = {
  whereScore: decades,
  labelScore: decades,
  fused: decades,
  crowd: { tailShare: 0.01, leastTailScale: 0.5 },
  // [M] standard deviation of the tilt that is measured of upright walkers some ninety pixels high: finer differences say nothing
  posture: { tailShare: 0.01, leastTailScale: 3 },
  // speed and length of a box are known to a tenth or two
  pace: { tailShare: 0.01, leastTailScale: 0.2 },
  dwell: { tailShare: 0.05, leastTailScale: 1 },
};

/** A calibrated quantity of a profile, ready to use. */
export function openSketch(name: SketchName, data: CalibrationSketchData): CalibrationSketch {
  return new CalibrationSketch(data, tails[name] ?? defaultTail);
}

/** The calibration of a quantity from values seen in normal footage. */
export function sketchValues(name: SketchName, values: ArrayLike<number>): CalibrationSketch {
  return CalibrationSketch.fromValues(values, tails[name] ?? defaultTail);
}

/** Footage that a profile was learned from. */
export interface ProfileSource {
  readonly name: string;
  /** What it is kept under, where names need not be unique. */
  readonly id?: string | undefined;
  /** Footage of it, seconds. */
  readonly seconds: number;
}

/** What is normal for a source, in bounded size, without the footage it was learned from. */
export interface NormalityProfile {
  readonly formatVersion: typeof profileFormatVersion;
  readonly name: string;
  /** 1 when first learned, one more with every extension. */
  readonly revision: number;
  readonly grid: FeatureGrid;
  /** Version of the model whose features the exemplars are; null where appearance was not available. */
  readonly detectorVersion: string | null;
  /** Version of the pose model that measured the bodies; null where it was not available. */
  readonly poseVersion: string | null;
  readonly sources: readonly ProfileSource[];
  /** Footage that all calibration rests on, seconds. */
  readonly calibrationSeconds: number;
  /** Segments that the footage was cut into so far. */
  readonly segments: number;
  readonly exemplars: ExemplarSet;
  /** Median appearance distance of normal cells: what is assumed where nothing was measured. */
  readonly medianDistance: number;
  readonly places: PlaceStatistics;
  /** Tracks seen, and how many of them bore each label. */
  readonly tracks: number;
  readonly labels: Readonly<Record<string, number>>;
  /** Objects left or removed in normal footage. */
  readonly stationaryEvents: number;
  /** What the rules of body, sound and camera found in normal footage. */
  readonly ruleEvents: RuleRecord;
  readonly sketches: Readonly<Record<SketchName, CalibrationSketchData>>;
  /** Speed of moving cells by band of rows, from the top of the picture. */
  readonly speedBands: readonly CalibrationSketchData[];
  /** How the senses together are calibrated, by which of them take part. */
  readonly fusions: FusionCalibrations;
  /** How the source sounds; null where nothing was ever heard. */
  readonly sound: SoundNormality | null;
  /** The fastest normal moments: what a fast incident is compared with. `distance` is their speed, picture heights a second. */
  readonly fastest: readonly NormalMoment[];
}

/** Peaks that a combination of senses keeps at most. */
export const maximumPeaks = 4096;

import type { CalibrationSketchData } from '../calibration/calibration-sketch.ts';

/** Shapes that a profile keeps at most. */
export const maximumShapes = 1024;

/** How a source normally sounds, in bounded size (about 60 kB). */
export interface SoundNormality {
  /** Normal sound it was learned from, seconds. */
  readonly seconds: number;
  /** A-weighted level, dBFS, a value a tenth of a second. */
  readonly level: CalibrationSketchData;
  /** Shapes of normal spectra, `[n, 32]` int8, see `soundShape`; a fair sample of all that were heard. */
  readonly shapes: Int8Array;
  /** `[n]` segment of the footage that each was heard in. */
  readonly segments: Int32Array;
  /** `[n]` pseudo-random priority: the sample is those with the smallest ones of all that were ever heard. */
  readonly priorities: Float64Array;
}

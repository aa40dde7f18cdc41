import { coarseCellSamples } from './coarse-picture.ts';

/** How light a picture is, gray levels 0 to 255. */
export interface Brightness {
  readonly meanLevel: number;
  /** 5 % of the picture is darker. */
  readonly lowLevel: number;
  /** 2 % of the picture is lighter. */
  readonly highLevel: number;
  /** Share of the picture at 245 and more, 0 to 1. */
  readonly whiteShare: number;
}

/** Level from which on a place counts as white, gray levels. */
const whiteLevel = 245;

/** Measures the brightness of a picture from the sums of its coarse cells. */
export function measureBrightness(sums: Float32Array): Brightness {
  const histogram = new Uint32Array(256);
  let total = 0;
  for (let cell = 0; cell < sums.length; cell++) {
    total += sums[cell];
    histogram[(sums[cell] / coarseCellSamples) | 0]++;
  }
  const count = Math.max(1, sums.length);
  let white = 0;
  for (let level = whiteLevel; level < 256; level++) white += histogram[level];
  return {
    meanLevel: total / count / coarseCellSamples,
    lowLevel: quantile(histogram, 0.05 * count),
    highLevel: quantile(histogram, 0.98 * count),
    whiteShare: white / count,
  };
}

function quantile(histogram: Uint32Array, rank: number): number {
  let seen = 0;
  for (let level = 0; level < 256; level++) {
    seen += histogram[level];
    if (seen > rank) return level;
  }
  return 255;
}

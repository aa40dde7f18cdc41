/** Bits after the binary point of the weights of {@link ResampleTaps}. */
export const weightBits = 14;

/** Which source pixels make up each output pixel along one axis. */
export interface ResampleTaps {
  /** First source pixel of each output pixel. */
  readonly starts: Int32Array;
  /** Number of source pixels that count for an output pixel. */
  readonly count: number;
  /** `[output, count]` fixed-point weights; each row sums to exactly 1. */
  readonly weights: Int32Array;
}

/**
 * Weights of a triangle filter: bilinear where the axis grows, as wide as the reduction where it shrinks. Pixel centres lie at half pixels; what lies beyond
 * the picture counts as its edge.
 *
 * @param start - where the part begins, in source pixels
 * @param length - its extent in source pixels, above 0
 * @param limit - number of source pixels
 * @param size - number of output pixels
 */
export function makeTaps(start: number, length: number, limit: number, size: number): ResampleTaps {
  const step = length / size;
  const radius = Math.max(step, 1);
  const count = Math.min(Math.ceil(2 * radius), limit);
  const starts = new Int32Array(size);
  const weights = new Int32Array(size * count);
  const row = new Float64Array(count);
  for (let output = 0; output < size; output++) {
    const center = start + (output + 0.5) * step - 0.5;
    const first = Math.floor(center - radius) + 1;
    const from = Math.min(Math.max(first, 0), limit - count);
    starts[output] = from;
    row.fill(0);
    for (let source = first; source < center + radius; source++) {
      const inside = Math.min(Math.max(source, 0), limit - 1);
      row[Math.min(Math.max(inside - from, 0), count - 1)] += 1 - Math.abs(source - center) / radius;
    }
    weights.set(toFixedPoint(row), output * count);
  }
  return { starts, count, weights };
}

// What rounding leaves over goes to the largest weight, so that an even picture stays as it is.
function toFixedPoint(row: Float64Array): Int32Array {
  const one = 1 << weightBits;
  const sum = row.reduce((total, weight) => total + weight, 0);
  const fixed = Int32Array.from(row, (weight) => Math.round((weight / sum) * one));
  const largest = fixed.indexOf(fixed.reduce((a, b) => Math.max(a, b)));
  fixed[largest] += one - fixed.reduce((total, weight) => total + weight, 0);
  return fixed;
}

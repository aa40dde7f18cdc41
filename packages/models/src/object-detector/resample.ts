import { type BoundingBox, type RgbFrame, VigilError } from '@vigil/contracts';

interface Taps {
  /** First source pixel of each output pixel. */
  readonly starts: Int32Array;
  /** Number of source pixels that count for an output pixel. */
  readonly count: number;
  /** `[output, count]`, each row sums to 1. */
  readonly weights: Float32Array;
}

/**
 * Cuts a part out of a picture and squashes it to a square: bilinear where it grows, a triangle as wide as the reduction where it shrinks, so that nothing
 * is skipped. Pixel centres lie at half pixels; pixels beyond the edge of the picture are those of the edge.
 *
 * @param region - the part, in fractions of the picture
 * @param size - side of the square in pixels
 * @returns `[size, size, 3]` RGB, 0 to 255
 * @throws VigilError `picture-size-unsupported` where the part has no area
 */
export function resampleRegion(frame: RgbFrame, region: BoundingBox, size: number): Uint8ClampedArray<ArrayBuffer> {
  const [width, height] = [region.width * frame.width, region.height * frame.height];
  if (!(width > 0 && height > 0)) {
    throw new VigilError(
      'picture-size-unsupported',
      `A part of ${width} × ${height} pixels cannot be resized; it needs an area`,
      { width, height },
    );
  }
  const columns = makeTaps(region.left * frame.width, width, frame.width, size);
  const rows = makeTaps(region.top * frame.height, height, frame.height, size);
  const firstRow = rows.starts[0];
  const lastRow = rows.starts[size - 1] + rows.count;
  const narrow = resampleRows(frame, columns, firstRow, lastRow, size);
  return resampleColumns(narrow, rows, firstRow, size);
}

function makeTaps(start: number, length: number, limit: number, size: number): Taps {
  const step = length / size;
  const radius = Math.max(step, 1);
  const count = Math.min(Math.ceil(2 * radius), limit);
  const starts = new Int32Array(size);
  const weights = new Float32Array(size * count);
  for (let output = 0; output < size; output++) {
    const center = start + (output + 0.5) * step - 0.5;
    const first = Math.floor(center - radius) + 1;
    const from = Math.min(Math.max(first, 0), limit - count);
    starts[output] = from;
    let sum = 0;
    for (let source = first; source < center + radius; source++) {
      const weight = 1 - Math.abs(source - center) / radius;
      const inside = Math.min(Math.max(source, 0), limit - 1);
      weights[output * count + Math.min(Math.max(inside - from, 0), count - 1)] += weight;
      sum += weight;
    }
    for (let tap = 0; tap < count; tap++) weights[output * count + tap] /= sum;
  }
  return { starts, count, weights };
}

function resampleRows(frame: RgbFrame, columns: Taps, firstRow: number, lastRow: number, size: number): Float32Array {
  const { data, width } = frame;
  const { starts, count, weights } = columns;
  const narrow = new Float32Array((lastRow - firstRow) * size * 3);
  let position = 0;
  for (let row = firstRow; row < lastRow; row++) {
    for (let output = 0; output < size; output++) {
      let source = (row * width + starts[output]) * 3;
      let [red, green, blue] = [0, 0, 0];
      for (let tap = output * count; tap < (output + 1) * count; tap++) {
        const weight = weights[tap];
        red += weight * data[source];
        green += weight * data[source + 1];
        blue += weight * data[source + 2];
        source += 3;
      }
      narrow[position] = red;
      narrow[position + 1] = green;
      narrow[position + 2] = blue;
      position += 3;
    }
  }
  return narrow;
}

function resampleColumns(narrow: Float32Array, rows: Taps, firstRow: number, size: number): Uint8ClampedArray<ArrayBuffer> {
  const { starts, count, weights } = rows;
  const rowLength = size * 3;
  const sums = new Float32Array(rowLength);
  const square = new Uint8ClampedArray(size * rowLength);
  for (let output = 0; output < size; output++) {
    sums.fill(0);
    for (let tap = 0; tap < count; tap++) {
      const weight = weights[output * count + tap];
      if (weight === 0) continue;
      const source = (starts[output] - firstRow + tap) * rowLength;
      for (let element = 0; element < rowLength; element++) sums[element] += weight * narrow[source + element];
    }
    square.set(sums, output * rowLength);
  }
  return square;
}

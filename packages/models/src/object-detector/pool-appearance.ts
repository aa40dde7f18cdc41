import type { BoundingBox } from '@vigil/contracts';
import type { AppearanceMap } from './object-detection.ts';

/**
 * The look of a part of a tile: the mean of the features of the cells that the box covers, each weighted with how much of it is covered, scaled to length 1.
 *
 * @param map - features of the tile, `[height, width, channels]`
 * @param box - in fractions of the tile; what reaches over its edge does not count
 * @returns `[channels]`, L2 norm 1; all zeros where the box misses the tile or its features are all zero
 */
export function poolAppearance(map: AppearanceMap, box: BoundingBox): Float32Array {
  const { width, height, channels, data } = map;
  const pooled = new Float32Array(channels);
  const columns = coverage(box.left * width, (box.left + box.width) * width, width);
  for (const row of coverage(box.top * height, (box.top + box.height) * height, height)) {
    for (const column of columns) {
      const weight = row.share * column.share;
      const start = (row.cell * width + column.cell) * channels;
      for (let channel = 0; channel < channels; channel++) pooled[channel] += weight * data[start + channel];
    }
  }
  return normalise(pooled);
}

// A box without extent still looks at the cell that it lies in.
function coverage(from: number, to: number, cells: number): { cell: number; share: number }[] {
  const [start, end] = [Math.max(from, 0), Math.min(to, cells)];
  if (start > end || start >= cells || end < 0) return [];
  if (end - start < 1e-9) return [{ cell: Math.floor(start), share: 1 }];
  const shares: { cell: number; share: number }[] = [];
  for (let cell = Math.floor(start); cell < end; cell++)
    shares.push({ cell, share: Math.min(end, cell + 1) - Math.max(start, cell) });
  return shares;
}

function normalise(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  if (squares === 0) return vector;
  const scale = 1 / Math.sqrt(squares);
  for (let index = 0; index < vector.length; index++) vector[index] *= scale;
  return vector;
}

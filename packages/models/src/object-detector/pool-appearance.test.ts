import { describe, expect, it } from 'vitest';
import type { AppearanceMap } from './object-detection.ts';
import { poolAppearance } from './pool-appearance.ts';

// Cell (row, column) of this 2 × 2 map holds [row, column].
const map: AppearanceMap = { width: 2, height: 2, channels: 2, data: Float32Array.of(0, 0, 0, 1, 1, 0, 1, 1) };

const diagonal = [Number(Math.SQRT1_2.toFixed(5)), Number(Math.SQRT1_2.toFixed(5))];

const rounded = (vector: Float32Array): number[] => Array.from(vector, (value) => Number(value.toFixed(5)));

describe('poolAppearance', () => {
  it('is the mean of the covered cells, at length 1', () => {
    expect(rounded(poolAppearance(map, { left: 0, top: 0, width: 1, height: 1 }))).toEqual(diagonal);
    expect(rounded(poolAppearance(map, { left: 0, top: 0.5, width: 0.5, height: 0.5 }))).toEqual([1, 0]);
  });

  it('weights a cell with how much of it is covered', () => {
    // Three quarters of the upper right cell, one quarter of the lower right one: [0.25, 1].
    const pooled = poolAppearance(map, { left: 0.5, top: 0.125, width: 0.5, height: 0.5 });
    expect(rounded(pooled)).toEqual([0.24254, 0.97014]);
  });

  it('cuts the box at the edge of the tile', () => {
    expect(rounded(poolAppearance(map, { left: 0.5, top: -1, width: 3, height: 1.5 }))).toEqual([0, 1]);
  });

  it('takes the cell that a box without extent lies in', () => {
    expect(rounded(poolAppearance(map, { left: 0.75, top: 0.75, width: 0, height: 0 }))).toEqual(diagonal);
  });

  it('is zero for a box outside the tile', () => {
    expect(rounded(poolAppearance(map, { left: 1.2, top: 0, width: 0.5, height: 0.5 }))).toEqual([0, 0]);
  });
});

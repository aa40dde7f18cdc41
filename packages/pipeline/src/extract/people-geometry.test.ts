import { makeFeatureGrid } from '@vigil/detection';
import { describe, expect, it } from 'vitest';
import { movingCells, overlapOfSmaller, tileAround } from './people-geometry.ts';

describe('movingCells', () => {
  it('counts the cells in a box that are fast enough', () => {
    const grid = makeFeatureGrid(400, 300);
    const cells = Uint16Array.of(0, 1, 2, 12 * grid.columns + 12);
    const motion = {
      cells,
      velocityX: Float32Array.of(0.1, 0.001, 0, 0.1),
      velocityY: Float32Array.of(0, 0, -0.1, 0),
      incoherence: new Float32Array(4),
    };
    expect(movingCells(grid, motion, { left: 0, top: 0, width: 0.3, height: 0.3 })).toBe(2);
    expect(movingCells(grid, motion, { left: 0, top: 0, width: 1, height: 1 })).toBe(3);
  });
});

describe('overlapOfSmaller', () => {
  it('is 1 for a box within another and 0 for boxes apart', () => {
    const large = { left: 0, top: 0, width: 1, height: 1 };
    const small = { left: 0.2, top: 0.2, width: 0.1, height: 0.1 };
    expect(overlapOfSmaller(large, small)).toBeCloseTo(1, 12);
    expect(overlapOfSmaller(small, { ...small, left: 0.25 })).toBeCloseTo(0.5, 12);
    expect(overlapOfSmaller(small, { ...small, left: 0.5 })).toBe(0);
  });
});

describe('tileAround', () => {
  it.each([
    ['wide', 4 / 3, 0.75, 1],
    ['high', 3 / 4, 1, 0.75],
  ])('is a square within a %s picture, around the box where the edges allow', (_, aspect, width, height) => {
    const middle = tileAround({ left: 0.45, top: 0.45, width: 0.1, height: 0.1 }, aspect);
    expect(middle).toMatchObject({ width, height });
    expect(middle.left + middle.width / 2).toBeCloseTo(0.5, 12);
    expect(middle.top + middle.height / 2).toBeCloseTo(0.5, 12);
    const corner = tileAround({ left: 0.9, top: 0.9, width: 0.1, height: 0.1 }, aspect);
    expect([corner.left + corner.width, corner.top + corner.height]).toEqual([1, 1]);
  });
});

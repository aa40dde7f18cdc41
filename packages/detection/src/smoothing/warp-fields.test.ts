import { describe, expect, it } from 'vitest';
import { cellCount, cellStepHeights, type FeatureGrid, makeFeatureGrid } from '../features/feature-grid.ts';
import { warpFields } from './warp-fields.ts';

const grid = makeFeatureGrid(360, 240);
const { columns, rows } = grid;

/** A plane over the grid: bilinear interpolation must hit it exactly. */
function plane(of: FeatureGrid): Float32Array {
  return Float32Array.from({ length: cellCount(of) }, (_, cell) => {
    const column = cell % of.columns;
    return 2 * column + 3 * ((cell - column) / of.columns) + 1;
  });
}

function warp(of: FeatureGrid, velocityX: number, velocityY: number, seconds: number, from = plane(of)): Float32Array {
  const into = new Float32Array(cellCount(of));
  const outside = new Float32Array(cellCount(of)).fill(-1);
  warpFields(
    of,
    outside.map(() => velocityX),
    outside.map(() => velocityY),
    seconds,
    [{ from, outside, into }],
  );
  return into;
}

describe('warpFields', () => {
  it('leaves what does not move where it is', () => {
    expect(warp(grid, 0, 0, 0.2)).toEqual(plane(grid));
  });

  it('looks back against the motion and ahead along it', () => {
    const oneCell = cellStepHeights / 0.2;
    const from = plane(grid);
    const cell = 5 * columns + 7;
    expect(warp(grid, oneCell, 0, 0.2)[cell]).toBeCloseTo(from[cell + 1], 4);
    expect(warp(grid, oneCell, 0, -0.2)[cell]).toBeCloseTo(from[cell - 1], 4);
    expect(warp(grid, 0, oneCell, 0.2)[cell]).toBeCloseTo(from[cell + columns], 4);
    expect(warp(grid, 0, oneCell, -0.2)[cell]).toBeCloseTo(from[cell - columns], 4);
  });

  it('interpolates between the four cells around', () => {
    const cell = 5 * columns + 7;
    const moved = warp(grid, 0.13, -0.04, 0.2)[cell];
    expect(moved).toBeCloseTo(plane(grid)[cell] + (2 * 0.13 * 0.2 - 3 * 0.04 * 0.2) / cellStepHeights, 4);
  });

  it('takes the value for outside where the path leaves the picture, and only there', () => {
    const moved = warp(grid, cellStepHeights / 0.2, 0, 0.2);
    const left = Array.from(moved, (value, cell) => [value, cell % columns] as const).filter(([value]) => value === -1);
    expect(left.map(([, column]) => column)).toEqual(new Array<number>(rows).fill(columns - 1));
  });

  it('reaches the last column and row', () => {
    const from = plane(grid);
    const cell = (rows - 2) * columns + columns - 2;
    const almost = cellStepHeights * 0.9999;
    expect(warp(grid, almost, almost, 1)[cell]).toBeCloseTo(from[from.length - 1], 2);
  });

  it('works on a picture of one column', () => {
    const narrow = makeFeatureGrid(4, 4000);
    const from = plane(narrow);
    expect(warp(narrow, 0, cellStepHeights, 1)[3]).toBeCloseTo(from[4], 4);
    expect(warp(narrow, 0.01, 0, 1)[3]).toBe(-1);
  });

  it('treats motion that is not a number as leaving the picture', () => {
    expect([...warp(grid, NaN, 0.1, 0.2)].every((value) => value === -1)).toBe(true);
  });
});

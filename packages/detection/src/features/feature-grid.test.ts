import { describe, expect, it } from 'vitest';
import { cellCentre, cellCount, cellStepHeights, makeFeatureGrid, sameGrid } from './feature-grid.ts';

describe('makeFeatureGrid', () => {
  it.each([
    [360, 240, 29, 19],
    [320, 240, 25, 19],
    [1920, 1080, 34, 19],
    [1080, 1920, 10, 19],
    [240, 240, 19, 19],
    [1, 1, 19, 19],
    [4, 4000, 1, 19],
  ])('gives a picture of %i × %i pixels %i × %i cells', (width, height, columns, rows) => {
    const grid = makeFeatureGrid(width, height);
    expect([grid.columns, grid.rows, cellCount(grid)]).toEqual([columns, rows, columns * rows]);
  });

  it('is the same for the same picture at another resolution', () => {
    expect(sameGrid(makeFeatureGrid(1920, 1080), makeFeatureGrid(426, 240))).toBe(true);
    expect(sameGrid(makeFeatureGrid(1920, 1080), makeFeatureGrid(640, 480))).toBe(false);
    expect(sameGrid(makeFeatureGrid(1920, 1080), makeFeatureGrid(1080, 1920))).toBe(false);
  });
});

describe('cellCentre', () => {
  it('lies inside the picture, half a cell apart from its neighbours', () => {
    for (const [width, height] of [
      [360, 240],
      [1080, 1920],
      [4, 4000],
    ]) {
      const grid = makeFeatureGrid(width, height);
      const centres = Array.from({ length: cellCount(grid) }, (_, cell) => cellCentre(grid, cell));
      expect(centres.filter(({ x, y }) => !(x > 0 && x <= 1 && y > 0 && y < 1))).toEqual([]);
    }
    const grid = makeFeatureGrid(360, 240);
    const [first, right, below] = [0, 1, grid.columns].map((cell) => cellCentre(grid, cell));
    expect(first.y).toBeCloseTo(0.05, 12);
    expect((right.x - first.x) * grid.aspect).toBeCloseTo(cellStepHeights, 12);
    expect(below.y - first.y).toBeCloseTo(cellStepHeights, 12);
    expect([right.y, below.x]).toEqual([first.y, first.x]);
  });

  it('leaves the same margin left and right, top and bottom', () => {
    const grid = makeFeatureGrid(360, 240);
    const last = cellCentre(grid, cellCount(grid) - 1);
    const first = cellCentre(grid, 0);
    expect(1 - last.x).toBeCloseTo(first.x, 12);
    expect(1 - last.y).toBeCloseTo(first.y, 12);
  });
});

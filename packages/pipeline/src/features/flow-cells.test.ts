import { cellCount, makeFeatureGrid } from '@vigil/detection';
import { describe, expect, it } from 'vitest';
import { FlowCells } from './flow-cells.ts';

const sizes = [
  [360, 270],
  [202, 360],
  [16, 16],
  [360, 16],
] as const;

/** A smooth field with a few fast places, `[height, width, 2]`. */
function makeFlow(width: number, height: number): Float32Array {
  const data = new Float32Array(width * height * 2);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      data[(y * width + x) * 2] = Math.sin(x / 17) * Math.cos(y / 11) * 3;
      data[(y * width + x) * 2 + 1] = x > width / 2 ? 0 : Math.sin((x + y) / 23);
    }
  }
  return data;
}

describe('FlowCells', () => {
  it.each(sizes)('gives the mean over every cell of %i × %i pixels', (width, height) => {
    const grid = makeFeatureGrid(width, height);
    const data = makeFlow(width, height);
    const seconds = 0.2;
    const pooled = new FlowCells(grid, width, height).pool({ width, height, data }, seconds);
    const slow: number[] = [];
    const apart: number[] = [];
    for (let cell = 0; cell < cellCount(grid); cell++) {
      const [left, top] = [
        Math.round(((cell % grid.columns) * height) / 20),
        Math.round((Math.floor(cell / grid.columns) * height) / 20),
      ];
      const right = Math.min(width, Math.max(1, Math.round((((cell % grid.columns) + 2) * height) / 20)));
      const bottom = Math.min(height, Math.round(((Math.floor(cell / grid.columns) + 2) * height) / 20));
      let [sumX, sumY, count] = [0, 0, 0];
      for (let y = top; y < bottom; y++) {
        for (let x = Math.min(left, width - 1); x < right; x++) {
          sumX += data[(y * width + x) * 2];
          sumY += data[(y * width + x) * 2 + 1];
          count++;
        }
      }
      const [velocityX, velocityY] = [sumX / count / height / seconds, sumY / count / height / seconds];
      const at = pooled.cells.indexOf(cell);
      if (at < 0) slow.push(Math.hypot(velocityX, velocityY));
      else apart.push(Math.hypot(pooled.velocityX[at] - velocityX, pooled.velocityY[at] - velocityY));
    }
    expect(Math.max(0, ...slow)).toBeLessThan(0.005 + 1e-6);
    expect(Math.max(...apart)).toBeLessThan(1e-5);
    expect(apart.length).toBe(pooled.cells.length);
  });

  it('finds nothing where nothing moves', () => {
    const [width, height] = [64, 48];
    const cells = new FlowCells(makeFeatureGrid(width, height), width, height);
    expect(cells.pool({ width, height, data: new Float32Array(width * height * 2) }, 0.2).cells.length).toBe(0);
  });

  it('tells motion that goes against itself from motion that does not', () => {
    const [width, height] = [320, 240];
    const grid = makeFeatureGrid(width, height);
    const pool = (velocity: (x: number, y: number) => readonly [number, number]): Float32Array => {
      const data = new Float32Array(width * height * 2);
      for (let at = 0; at < width * height; at++) data.set(velocity(at % width, Math.floor(at / width)), at * 2);
      return new FlowCells(grid, width, height).pool({ width, height, data }, 0.2).incoherence;
    };
    const none = pool(() => [2, -1]);
    expect(none.length).toBe(cellCount(grid));
    expect(Math.max(...none)).toBeLessThan(1e-6);
    // the edge of something that moves before something still
    expect(Math.max(...pool((x) => (x < 100 ? [2, 0] : [0, 0])))).toBeLessThan(1e-6);
    // every other row against the rest: 3 pixels one way, 1 pixel the other; in 0.2 s of a picture 240 pixels high
    const shear = pool((_, y) => [y % 2 === 0 ? 3 : -1, 0]);
    expect(shear.length).toBe(cellCount(grid));
    for (const value of shear) expect(value).toBeCloseTo((2 - 1) / 240 / 0.2, 5);
  });
});

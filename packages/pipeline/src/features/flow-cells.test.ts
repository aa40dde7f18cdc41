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
});

import type { GrayFrame } from '@vigil/contracts';
import { makeFeatureGrid } from '@vigil/detection';
import { describe, expect, it } from 'vitest';
import { MotionSampler } from './motion-sampler.ts';

const [width, height] = [64, 48];
const grid = makeFeatureGrid(width, height);

/** A texture that moves to the right by two pixels with every picture. */
function frameAt(index: number, timeSeconds: number): GrayFrame {
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data[y * width + x] = 120 + 60 * Math.sin((x - 2 * index) / 5) * Math.cos(y / 4);
  return { index, timeSeconds, width, height, data };
}

function momentTimes(times: readonly number[]): number[] {
  using sampler = new MotionSampler(grid, width, height, null);
  return times.filter((time, index) => sampler.next(frameAt(index, time), false) !== null);
}

describe('MotionSampler', () => {
  it.each([
    [10, 0.2],
    [12.5, 0.24],
    [25, 0.2],
    [29.97 / 3, 0.2],
    [5, 0.2],
    [2, 0.5],
  ])('takes five moments a second at most of %f pictures a second', (rate, usualStep) => {
    const times = momentTimes(Array.from({ length: Math.round(60 * rate) }, (_, index) => index / rate));
    const steps = times.slice(1).map((time, i) => time - times[i]);
    expect(times[0]).toBe(0);
    expect(Math.min(...steps)).toBeGreaterThan(0.099);
    expect(Math.max(...steps)).toBeLessThan(usualStep + 1.01 / rate);
    expect(times.length).toBeGreaterThanOrEqual(Math.floor(60 / Math.max(usualStep, 0.2)) - 1);
    expect(times.length).toBeLessThanOrEqual(301);
  });

  it('takes moments by media time where the rate varies', () => {
    const times = [0, 0.03, 0.06, 0.21, 0.25, 0.9, 0.95, 1.0, 1.39, 1.4];
    expect(momentTimes(times)).toEqual([0, 0.21, 0.9, 1.0, 1.39, 1.4]);
  });

  it('measures motion where something moves, and says where it cannot', () => {
    using sampler = new MotionSampler(grid, width, height, null);
    expect(sampler.next(frameAt(0, 0), true)).toEqual({ motion: null });
    expect(sampler.next(frameAt(1, 0.1), true)).toBeNull();
    const moved = sampler.next(frameAt(2, 0.2), true)?.motion;
    // Four pixels in 0.2 s of a picture 48 pixels high.
    const middle = moved?.velocityX[moved.cells.indexOf(9 * grid.columns + (grid.columns >> 1))] ?? NaN;
    expect(middle).toBeCloseTo(4 / 48 / 0.2, 1);
    expect(sampler.next(frameAt(2, 0.4), false)?.motion?.cells.length).toBe(0);
    expect(sampler.next(frameAt(3, 1.4), true)).toEqual({ motion: null });
  });

  it('goes on from a snapshot with the same figures', () => {
    using whole = new MotionSampler(grid, width, height, null);
    using first = new MotionSampler(grid, width, height, null);
    for (const index of [0, 1, 2]) {
      whole.next(frameAt(index, index / 5), true);
      first.next(frameAt(index, index / 5), true);
    }
    using second = new MotionSampler(grid, width, height, structuredClone(first.snapshot()));
    expect(second.next(frameAt(3, 0.6), true)).toEqual(whole.next(frameAt(3, 0.6), true));
  });
});

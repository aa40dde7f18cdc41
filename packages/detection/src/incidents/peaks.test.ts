import { describe, expect, it } from 'vitest';
import { randomStream } from '../testing/random.ts';
import { separatePeaks, separateSeconds, type Series, smoothSeries } from './peaks.ts';

function series(values: readonly number[], stepSeconds = 0.2): Series {
  return { seconds: Float64Array.from(values, (_, i) => i * stepSeconds), values: Float64Array.from(values) };
}

describe('smoothSeries', () => {
  it('keeps a constant, also at the ends and beside gaps', () => {
    const steady = series(new Array<number>(20).fill(3));
    const seconds = steady.seconds.map((time, i) => (i < 10 ? time : time + 100));
    for (const value of smoothSeries(steady)) expect(value).toBeCloseTo(3, 12);
    for (const value of smoothSeries({ ...steady, seconds })) expect(value).toBeCloseTo(3, 12);
  });

  it('spreads a single value by binomial weights', () => {
    const smooth = smoothSeries(series([0, 0, 0, 0, 16, 0, 0, 0, 0]));
    expect([...smooth]).toEqual([0, 0, 1, 4, 6, 4, 1, 0, 0]);
  });

  it('does not reach over a gap', () => {
    const seconds = Float64Array.from([0, 0.2, 0.4, 50, 50.2, 50.4]);
    const smooth = smoothSeries({ seconds, values: Float64Array.from([5, 5, 5, 1, 1, 1]) });
    expect([...smooth]).toEqual([5, 5, 5, 1, 1, 1]);
  });

  it('has nothing to say about nothing', () => {
    expect(smoothSeries(series([]))).toHaveLength(0);
  });
});

describe('separatePeaks', () => {
  it('gives the highest first and none within the separation', () => {
    // 0.2 s apart: the peak at index 5 hides the one at index 12 (1.4 s later), not the one at index 21 (3.2 s later)
    const values = new Array<number>(40).fill(0).map((_, i) => ({ 5: 4, 12: 3, 21: 2 })[i] ?? -i / 1000);
    expect(separatePeaks(series(values)).slice(0, 2)).toEqual([4, 2]);
    expect(separatePeaks(series(values))).not.toContain(3);
  });

  it('takes a peak exactly at the separation', () => {
    const values = new Array<number>(16).fill(0).map((_, i) => (i === 0 || i === 15 ? 5 : 0));
    expect(separatePeaks(series(values))).toEqual([5, 5]);
  });

  it('counts a plateau once', () => {
    expect(separatePeaks(series([0, 2, 2, 2, 0]))).toEqual([2]);
    expect(separatePeaks(series([2, 2, 2]))).toEqual([2]);
  });

  it('finds peaks at both ends, and none in nothing', () => {
    const falling = new Array<number>(60).fill(0).map((_, i) => Math.abs(i - 30));
    expect(separatePeaks(series(falling))).toEqual([30, 29]);
    expect(separatePeaks(series([]))).toEqual([]);
  });

  it('agrees with a plain search on noise', () => {
    const random = randomStream(4);
    const noise = series(Array.from({ length: 3000 }, () => random.exponential()));
    const taken: number[] = [];
    const expected: number[] = [];
    const order = Array.from(noise.values, (_, i) => i).toSorted((a, b) => noise.values[b] - noise.values[a]);
    for (const i of order) {
      const isPeak = !(noise.values[i - 1] > noise.values[i]) && !(noise.values[i + 1] >= noise.values[i]);
      if (!isPeak || taken.some((time) => Math.abs(time - noise.seconds[i]) < separateSeconds)) continue;
      taken.push(noise.seconds[i]);
      expected.push(noise.values[i]);
    }
    expect(separatePeaks(noise)).toEqual(expected);
  });
});

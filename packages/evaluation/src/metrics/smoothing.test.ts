import { describe, expect, it } from 'vitest';
import { randomScores } from './random-scores.ts';
import { gaussianSmooth, temporalMedian } from './smoothing.ts';

const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

describe('gaussianSmooth', () => {
  it('agrees with gaussian_filter1d of scipy 1.17.1, mode reflect', () => {
    const expected = [
      0.05842298904073567, 0.24210527628121548, 0.39961262247917145, 0.26439841500598654, 0.33307814901351845, 1.3318042211075798,
      2.60893563165987, 2.761642695411923,
    ];
    [...gaussianSmooth([0, 0, 1, 0, 0, 0, 5, 2], 1)].forEach((value, index) =>
      expect(value).toBeCloseTo(expected[index] as number, 12),
    );
    const wide = [2.3225586920339905, 2.3333290945137874, 2.344112213452222];
    [...gaussianSmooth([1, 2, 4], 3)].forEach((value, index) => expect(value).toBeCloseTo(wide[index] as number, 12));
  });

  it('keeps a constant and the mean of a clip, and leaves sigma 0 alone', () => {
    for (const value of gaussianSmooth([3, 3, 3, 3], 2)) expect(value).toBeCloseTo(3, 12);
    const { scores } = randomScores(60, 3);
    expect(mean(gaussianSmooth(scores, 4))).toBeCloseTo(mean(scores), 12);
    expect([...gaussianSmooth(scores, 0)]).toEqual(scores);
  });

  it('refuses a negative width', () => {
    expect(() => gaussianSmooth([1], -1)).toThrow(RangeError);
  });
});

describe('temporalMedian', () => {
  it('drops a single outlier and cuts its window at the ends', () => {
    expect([...temporalMedian([1, 1, 9, 1, 1], 3)]).toEqual([1, 1, 1, 1, 1]);
    expect([...temporalMedian([4, 2, 8, 6], 3)]).toEqual([3, 4, 6, 7]);
  });

  it('refuses an even window', () => {
    expect(() => temporalMedian([1], 2)).toThrow(RangeError);
  });
});

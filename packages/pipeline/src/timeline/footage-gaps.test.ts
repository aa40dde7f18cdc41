import { expect, it } from 'vitest';
import { footageGaps, usualDistance } from './footage-gaps.ts';

function gapsOf(seconds: readonly number[], durationSeconds: number) {
  const times = Float64Array.from(seconds);
  return footageGaps(times, durationSeconds, usualDistance(times));
}

it('gaps are where pictures are further apart than usual, and at either end', () => {
  expect(gapsOf([0, 0.1, 0.2, 0.3, 5, 5.1], 9)).toEqual([
    { startSeconds: 0.3, endSeconds: 5 },
    { startSeconds: 5.1, endSeconds: 9 },
  ]);
  expect(gapsOf([3, 3.1, 3.2], 3.2)).toEqual([{ startSeconds: 0, endSeconds: 3 }]);
});

it('gaps are not where the footage is merely slow, and all of it where there is none', () => {
  expect(gapsOf([0, 1.5, 3, 4.5], 5)).toEqual([]);
  expect(gapsOf([], 5)).toEqual([{ startSeconds: 0, endSeconds: 5 }]);
  expect(gapsOf([], 0)).toEqual([]);
});

import { expect, it } from 'vitest';
import { formatClock, formatMediaTime } from './duration.ts';

it.each([
  [0, '0:00'],
  [6.2, '0:07'],
  [60, '1:00'],
  [3723, '1:02:03'],
  [-1, '0:00'],
])('writes %d s as %s', (seconds, text) => {
  expect(formatClock(seconds)).toBe(text);
});

it.each([
  [0, '0:00.0'],
  [59.96, '1:00.0'],
  [61.25, '1:01.3'],
  [3600, '1:00:00.0'],
])('writes the moment %d s as %s', (seconds, text) => {
  expect(formatMediaTime(seconds)).toBe(text);
});

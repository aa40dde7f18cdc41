import { describe, expect, it } from 'vitest';
import { duration, mediaTime } from './media-time.ts';

describe('media time', () => {
  it.each([
    [0, 0, '0:00'],
    [59.96, 1, '1:00.0'],
    [12.345, 2, '0:12.35'],
    [3599.6, 0, '1:00:00'],
    [3723.45, 1, '1:02:03.5'],
    [-1.5, 1, '−0:01.5'],
    [-0.01, 1, '0:00.0'],
  ] as const)('writes %d s with %d digits as %s', (seconds, digits, text) => expect(mediaTime(seconds, digits)).toBe(text));
});

describe('lengths of time', () => {
  it.each([
    [4.24, '4.2 s'],
    [59.4, '59 s'],
    [79, '1 min 19 s'],
    [120, '2 min'],
    [7500, '2 h 5 min'],
    [90_000, '1 d 1 h'],
  ])('says %d s as %s', (seconds, text) => expect(duration(seconds)).toBe(text.replaceAll(' ', '\u00a0')));
});

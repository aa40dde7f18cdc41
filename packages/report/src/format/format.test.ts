import { describe, expect, it } from 'vitest';
import { describeRarity, formatNumber, formatPValue, formatSize } from './number.ts';
import { formatDuration, formatMediaTime } from './time.ts';
import { fieldInWords } from './words.ts';

describe('media time and durations', () => {
  it.each([
    [0, '0:00.0'],
    [59.96, '1:00.0'],
    [3599.99, '1:00:00.0'],
    [3723.45, '1:02:03.5'],
    [-1.5, '−0:01.5'],
  ])('writes %d s as %s', (seconds, text) => expect(formatMediaTime(seconds)).toBe(text));

  it.each([
    [4.24, '4.2 s'],
    [59.4, '59 s'],
    [79, '1 min 19 s'],
    [120, '2 min'],
    [7500, '2 h 5 min'],
    [90_000, '1 day 1 h'],
  ])('says %d s as %s', (seconds, text) => expect(formatDuration(seconds)).toBe(text.replaceAll(' ', '\u00a0')));
});

describe('numbers', () => {
  it.each([
    [0.0321, '0.032'],
    [1, '1'],
    [0.00032, '3.2 × 10⁻⁴'],
    [4.56e-12, '4.6 × 10⁻¹²'],
    [0, '< 10⁻³⁰⁰'],
  ])('writes the p-value %d as %s', (pValue, text) => expect(formatPValue(pValue)).toBe(text));

  it.each([
    [0.7, 'quite usual'],
    [0.014, 'about 1 in 71 normal moments'],
    [3.2e-5, 'about 1 in 31,000 normal moments'],
    [1e-9, 'rarer than 1 in a million normal moments'],
  ])('puts the p-value %d into words', (pValue, words) => expect(describeRarity(pValue)).toBe(words));

  it('keeps three significant digits and names sizes', () => {
    expect([formatNumber(0.012345), formatNumber(4.2), formatNumber(12_345)]).toEqual(['0.0123', '4.2', '12,345']);
    expect([formatSize(512), formatSize(18_412_331), formatSize(812_000)]).toEqual(['512 bytes', '18 MB', '812 kB']);
  });

  it('puts field names into words', () => {
    expect(fieldInWords('speedHeightsPerSecond')).toBe('speed heights per second');
  });
});

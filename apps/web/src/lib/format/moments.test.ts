import { expect, test } from 'vitest';
import { sinceText } from './moments.ts';

const nowMs = Date.parse('2026-11-23T12:00:00.000Z');
const inWords = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

test.each([
  [59.4, -59, 'second'],
  [59.6, -1, 'minute'],
  [3599, -1, 'hour'],
  [86_399, -1, 'day'],
  [9 * 86_400, -9, 'day'],
  [-20, 20, 'second'],
] as const)('%d s ago is told in the unit that fits after rounding', (seconds, count, unit) => {
  expect(sinceText(new Date(nowMs - seconds * 1000).toISOString(), nowMs)).toBe(inWords.format(count, unit));
});

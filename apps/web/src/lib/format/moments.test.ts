import { expect, it } from 'vitest';
import { exactMomentText, momentText, sinceText } from './moments.ts';

const moment = '2026-11-23T14:05:30.000Z';

it('moments are told in the zone of the reader', () => {
  expect(momentText(moment)).toMatch(/2026, \d\d:\d\d$/);
  expect(exactMomentText(moment)).toMatch(/2026.*30/);
});

it.each([
  [10_000, 'just now'],
  [180_000, '3 minutes ago'],
  [7_200_000, '2 hours ago'],
  [86_400_000, 'yesterday'],
  [-259_200_000, 'in 3 days'],
])('%d ms later it reads as %s', (laterMs, text) => {
  expect(sinceText(moment, Date.parse(moment) + laterMs)).toBe(text);
});

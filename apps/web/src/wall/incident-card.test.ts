import { expect, test } from 'vitest';
import { agoText } from './incident-card.ts';

test.each([
  [-5, 'just now'],
  [59, 'just now'],
  [61, '1 min ago'],
  [3599, '59 min ago'],
  [3600, '1 h ago'],
  [86_399, '23 h ago'],
  [86_400, '1 day ago'],
  [3 * 86_400, '3 days ago'],
])('%d s after it, a moment was %s', (seconds, words) => {
  const at = '2026-11-23T12:00:00.000Z';
  expect(agoText(at, Date.parse(at) + seconds * 1000)).toBe(words);
});

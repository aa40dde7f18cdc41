import { expect, it } from 'vitest';
import { printable } from './printable.ts';

it.each([
  ['plain näme 影片 🎬.mp4', 'plain näme 影片 🎬.mp4'],
  ['a\nvigil: b', String.raw`a\u000avigil: b`],
  ['\u001b[31mred\u009b', String.raw`\u001b[31mred\u009b`],
  ['4pm\u202e.exe\u2066', String.raw`4pm\u202e.exe\u2066`],
])('shows %j on one line', (text, shown) => {
  expect(printable(text)).toBe(shown);
});

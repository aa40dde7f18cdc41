import { expect, it } from 'vitest';
import { KeySequence } from './key-sequence.ts';

const sequences = new Set(['g n', 'g l']);

function ended(...pressed: readonly (readonly [key: string, timeStamp: number] | null)[]): boolean {
  const sequence = new KeySequence();
  for (const one of pressed) sequence.see(one === null ? null : { key: one[0], timeStamp: one[1] });
  return sequence.ends(sequences);
}

it('knows the second key of a sequence from a key by itself', () => {
  expect(ended(['g', 0], ['n', 300])).toBe(true);
  expect(ended(['G', 0], ['L', 300])).toBe(true);
  expect(ended(['n', 300])).toBe(false);
  expect(ended(['g', 0], ['c', 300])).toBe(false);
  expect(ended(['g', 0], ['n', 1500])).toBe(false);
  expect(ended(['g', 0], ['x', 100], ['n', 300])).toBe(false);
  expect(ended(null, ['n', 100])).toBe(false);
});

import { describe, expect, it } from 'vitest';
import { concatenateClips, macroAuc, microAuc } from './frame-auc.ts';

const sharp = { scores: [1, 2], labels: [0, 1] };
const loud = { scores: [11, 12], labels: [0, 1] };
const normalOnly = { scores: [5, 5], labels: [0, 0] };

describe('microAuc and macroAuc', () => {
  it('tells clips that are right by themselves from frames that are right together', () => {
    // Over all frames: 2 > 1 yes, 2 > 11 no, 12 > both.
    expect(microAuc([sharp, loud])).toBe(0.75);
    expect(macroAuc([sharp, loud])).toBe(1);
  });

  it('counts a clip of one class in micro and leaves it out of macro', () => {
    // 2 > 1, 12 > 1, 2 < 11, 12 > 11, and against the two 5s: 2 loses twice, 12 wins twice.
    expect(microAuc([sharp, loud, normalOnly])).toBe(5 / 8);
    expect(macroAuc([sharp, loud, normalOnly])).toBe(1);
    expect([microAuc([normalOnly]), macroAuc([normalOnly]), macroAuc([])]).toEqual([null, null, null]);
  });

  it('refuses a clip whose labels do not fit its scores', () => {
    expect(() => concatenateClips([{ scores: [1, 2], labels: [1] }])).toThrow(RangeError);
  });
});

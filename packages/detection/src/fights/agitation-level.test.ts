import { describe, expect, it } from 'vitest';
import { type AgitatedMoment, type AgitationLevel, AgitationWindow } from './agitation-level.ts';

/** Levels of moments that are `stepSeconds` apart. */
function levelsOf(agitations: readonly number[], stepSeconds = 0.2): (AgitationLevel | null)[] {
  const window = new AgitationWindow();
  return agitations.map((agitation, i): AgitationLevel | null => {
    const sinceSeconds = i * stepSeconds;
    const moment: AgitatedMoment = { sinceSeconds, seconds: sinceSeconds + stepSeconds, agitation, boxes: [], isTooSmall: false };
    return window.add(moment);
  });
}

describe('AgitationWindow', () => {
  it('says nothing before its time is full, then the median of the last eight moments', () => {
    const levels = levelsOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 0]);
    expect(levels.slice(0, 7)).toEqual(Array.from({ length: 7 }, () => null));
    expect(levels.slice(7).map((level) => level?.level)).toEqual([4.5, 5.5, 5.5]);
    expect(levels[9]?.moments.map(({ agitation }) => agitation)).toEqual([3, 4, 5, 6, 7, 8, 9, 0]);
  });

  it('does not rise with a gust of motion', () => {
    expect(levelsOf([0, 0, 0, 9, 9, 9, 0, 0, 0]).at(-1)?.level).toBe(0);
  });

  it('needs a few moments where a source has few', () => {
    expect(levelsOf([1, 2, 3], 0.6)).toEqual([null, null, null]);
    expect(levelsOf([1, 2, 3, 4, 5, 6], 0.4).at(-1)?.level).toBe(4.5);
  });

  it('begins anew after it was cleared', () => {
    const window = new AgitationWindow();
    for (let i = 0; i < 8; i += 1)
      window.add({ sinceSeconds: i / 5, seconds: (i + 1) / 5, agitation: 1, boxes: [], isTooSmall: false });
    expect(window.current()?.level).toBe(1);
    window.clear();
    expect(window.current()).toBeNull();
  });
});

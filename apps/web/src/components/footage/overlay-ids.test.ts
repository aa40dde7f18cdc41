import { describe, expect, it } from 'vitest';
import { overlayIds } from './overlay-ids.ts';

const bands = [100, 20, 60].map((startSeconds) => ({
  id: `i-${startSeconds}`,
  severity: 'info' as const,
  title: '',
  startSeconds,
  peakSeconds: startSeconds + 1,
  endSeconds: startSeconds + 4,
}));

describe('incidents that are laid over the picture', () => {
  it('are at hand before their time, the next one always', () => {
    expect(overlayIds([], bands, 0)).toEqual(['i-20']);
    expect(overlayIds([], bands, 21)).toEqual(['i-20', 'i-60']);
    expect(overlayIds([], bands, 56)).toEqual(['i-60']);
    expect(overlayIds([], bands, 500)).toEqual(['i-100']);
    expect(overlayIds([], [], 5)).toEqual([]);
  });

  it('stay at hand, and the same list says that none is missing', () => {
    const known = overlayIds([], bands, 0);
    expect(overlayIds(known, bands, 10)).toBe(known);
    expect(overlayIds(known, bands, 30)).toEqual(['i-20', 'i-60']);
  });

  it('are not kept without end', () => {
    const many = Array.from({ length: 90 }, (_, at) => ({
      ...bands[0],
      id: `${at}`,
      startSeconds: at * 100,
      endSeconds: at * 100 + 1,
    }));
    let known: readonly string[] = [];
    for (const { startSeconds } of many) known = overlayIds(known, many, startSeconds);
    expect(known).toHaveLength(50);
    expect(known.at(-1)).toBe('89');
  });
});

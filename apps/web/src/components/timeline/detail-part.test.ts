import { describe, expect, it } from 'vitest';
import { detailPart } from './detail-part.ts';
import type { ViewSpan } from './view-span.ts';

const day = { startSeconds: 0, endSeconds: 86_400 };
const coarse = { exact: false };

function partOf(startSeconds: number, endSeconds: number) {
  return detailPart({ startSeconds, endSeconds }, day, coarse)?.span;
}

describe('the finer part for a view', () => {
  it('is none for the whole recording, and where the overview has every frame', () => {
    expect(partOf(0, 86_400)).toBeUndefined();
    expect(partOf(0, 60_000)).toBeUndefined();
    expect(detailPart({ startSeconds: 10, endSeconds: 20 }, day, { exact: true })).toBeNull();
  });

  it('holds the view with room about it, and at most four times of it or four minutes', () => {
    for (let length = 2; length < 20_000; length *= 1.31) {
      for (let start = 0; start < 60_000; start += 1777.3) {
        const part = partOf(start, start + length) as ViewSpan;
        expect(part.startSeconds).toBeLessThanOrEqual(start);
        expect(part.endSeconds).toBeGreaterThan(start + length);
        expect(part.endSeconds - part.startSeconds).toBeLessThanOrEqual(Math.max(256, 4 * length));
        expect(part.startSeconds === 0 || start - part.startSeconds >= length / 4).toBe(true);
      }
    }
  });

  it('stays the same while a view moves and zooms a little', () => {
    expect(partOf(1000, 1600)).toEqual({ startSeconds: 512, endSeconds: 2560 });
    expect(partOf(1100, 1700)).toEqual(partOf(1000, 1600));
    expect(partOf(1000, 1900)).toEqual(partOf(1000, 1600));
    expect(partOf(43_000, 43_002)).toEqual(partOf(43_010, 43_030));
  });
});

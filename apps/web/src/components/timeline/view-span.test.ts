import { describe, expect, it } from 'vitest';
import { around, following, isWhole, panned, zoomed } from './view-span.ts';

const whole = { startSeconds: 0, endSeconds: 100 };

describe('what a timeline shows', () => {
  it('keeps the moment that is zoomed about in its place', () => {
    expect(zoomed(whole, 2, 25, whole)).toEqual({ startSeconds: 12.5, endSeconds: 62.5 });
    expect(zoomed({ startSeconds: 40, endSeconds: 60 }, 0.5, 50, whole)).toEqual({ startSeconds: 30, endSeconds: 70 });
  });

  it('never goes beyond the recording, nor closer than two seconds', () => {
    expect(zoomed({ startSeconds: 0, endSeconds: 10 }, 0.01, 0, whole)).toEqual(whole);
    expect(zoomed({ startSeconds: 10, endSeconds: 13 }, 100, 10, whole)).toEqual({ startSeconds: 10, endSeconds: 12 });
    expect(panned({ startSeconds: 90, endSeconds: 98 }, 50, whole)).toEqual({ startSeconds: 92, endSeconds: 100 });
    expect(panned({ startSeconds: 5, endSeconds: 15 }, -50, whole)).toEqual({ startSeconds: 0, endSeconds: 10 });
  });

  it('shows a recording shorter than that whole', () => {
    const short = { startSeconds: 0, endSeconds: 0.5 };
    expect(zoomed(short, 10, 0.2, short)).toEqual(short);
  });

  it('turns on when what plays leaves it', () => {
    const view = { startSeconds: 20, endSeconds: 30 };
    expect(following(view, 25, whole)).toBe(view);
    expect(following(view, 31, whole)).toEqual({ startSeconds: 30, endSeconds: 40 });
    expect(following(view, 99.5, whole)).toEqual({ startSeconds: 90, endSeconds: 100 });
  });

  it('leaves room about a stretch', () => {
    expect(around({ startSeconds: 50, endSeconds: 52 }, whole)).toEqual({ startSeconds: 41, endSeconds: 61 });
    expect(isWhole(around({ startSeconds: 0, endSeconds: 60 }, whole), whole)).toBe(true);
  });
});

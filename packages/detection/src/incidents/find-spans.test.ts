import { describe, expect, it } from 'vitest';
import { defaultSpanSettings, findSpans, type SpanSettings } from './find-spans.ts';
import type { Series } from './peaks.ts';

/** A series in steps of a fifth of a second, from runs of `[value, moments]`. */
function series(...runs: readonly (readonly [number, number])[]): Series {
  const values = Float64Array.from(runs.flatMap(([value, moments]) => new Array<number>(moments).fill(value)));
  return { seconds: values.map((_, i) => i / 5), values };
}

const settings: SpanSettings = { closeShare: 0.5, mergeGapSeconds: 2, minimumSeconds: 0.4 };

describe('findSpans', () => {
  it('finds nothing in nothing and below the threshold', () => {
    expect(findSpans(series(), 4, settings)).toEqual([]);
    expect(findSpans(series([3.9, 100]), 4, settings)).toEqual([]);
  });

  it('opens at the threshold and closes below its share of it', () => {
    // 2 is half of the threshold: the slopes on both sides belong to the span
    const spans = findSpans(series([0, 10], [2, 5], [4, 3], [2.5, 5], [1.9, 30]), 4, settings);
    expect(spans).toEqual([{ from: 10, to: 22, peak: 15 }]);
  });

  it('points at the first of the highest moments', () => {
    expect(findSpans(series([0, 5], [5, 2], [9, 2], [5, 4], [0, 20]), 4, settings).map(({ peak }) => peak)).toEqual([7]);
  });

  it('joins what is near and keeps apart what is not', () => {
    const near = findSpans(series([0, 5], [5, 5], [0, 9], [6, 5], [0, 20]), 4, settings);
    expect(near).toEqual([{ from: 5, to: 23, peak: 19 }]);
    const far = findSpans(series([0, 5], [5, 5], [0, 10], [6, 5], [0, 20]), 4, settings);
    expect(far).toEqual([
      { from: 5, to: 9, peak: 5 },
      { from: 20, to: 24, peak: 20 },
    ]);
  });

  it('joins spans that meet where the second one rises', () => {
    // the second span's rise reaches back to less than the merge gap from the first one's end
    const spans = findSpans(series([5, 5], [0, 8], [2, 5], [6, 5], [0, 20]), 4, settings);
    expect(spans).toEqual([{ from: 0, to: 22, peak: 18 }]);
  });

  it('drops what is shorter than the least length', () => {
    expect(findSpans(series([0, 5], [9, 2], [0, 20]), 4, settings)).toEqual([]);
    expect(findSpans(series([0, 5], [9, 3], [0, 20]), 4, settings)).toHaveLength(1);
    expect(findSpans(series([0, 5], [9, 1], [0, 20]), 4, { ...settings, minimumSeconds: 0 })).toEqual([
      { from: 5, to: 5, peak: 5 },
    ]);
  });

  it('reaches to both ends of the series', () => {
    expect(findSpans(series([5, 10]), 4, settings)).toEqual([{ from: 0, to: 9, peak: 0 }]);
    expect(findSpans(series([0, 20], [5, 10]), 4, settings)).toEqual([{ from: 20, to: 29, peak: 20 }]);
  });

  it('ends a span at a gap in the footage', () => {
    const values = new Float64Array(20).fill(5);
    const seconds = values.map((_, i) => i / 5 + (i < 10 ? 0 : 100));
    expect(findSpans({ seconds, values }, 4, settings)).toEqual([
      { from: 0, to: 9, peak: 0 },
      { from: 10, to: 19, peak: 10 },
    ]);
  });

  it('has settings of its own', () => {
    const moments = series([0, 10], [5, 10], [0, 30]);
    expect(findSpans(moments, 4)).toEqual(findSpans(moments, 4, defaultSpanSettings));
    expect(findSpans(moments, 4)).toHaveLength(1);
  });

  it('gives spans in order that do not overlap', () => {
    const values = Float64Array.from({ length: 3000 }, (_, i) => 3 + 3 * Math.sin(i / 7) * Math.sin(i / 61));
    const seconds = values.map((_, i) => i / 5);
    const spans = findSpans({ seconds, values }, 4, settings);
    expect(spans.length).toBeGreaterThan(10);
    expect(spans.filter(({ from, to, peak }) => !(from <= peak && peak <= to && values[peak] >= 4))).toEqual([]);
    const gaps = spans.slice(1).map(({ from }, i) => seconds[from] - seconds[spans[i].to]);
    expect(Math.min(...gaps)).toBeGreaterThan(settings.mergeGapSeconds);
  });
});

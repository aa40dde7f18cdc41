import { describe, expect, it } from 'vitest';
import { columnExtremes, firstIndexFrom } from './decimation.js';
import { footageGaps } from './footage-gaps.js';
import { timeTicks } from './media-time.js';
import { bandAt } from './timeline-bands.js';
import { nearestFrame, pValueText } from './timeline-readout.js';
import { Viewport } from './viewport.js';

const band = (number: number, startSeconds: number, endSeconds: number) => ({
  number,
  startSeconds,
  endSeconds,
  peakSeconds: startSeconds,
  severity: 'info' as const,
  severityName: 'Information',
  title: '',
});

describe('columnExtremes', () => {
  it('keeps every peak of a hundred thousand points', () => {
    const times = Float64Array.from({ length: 100_000 }, (_, index) => index / 10);
    const values = Float32Array.from(times, (_, index) => (index % 7) / 10);
    values[54_321] = 9;
    const { least, most } = columnExtremes(times, values, 0, 10_000, 800);
    expect(Math.max(...most)).toBe(9);
    expect(most.indexOf(9)).toBe(Math.floor((5432.1 / 10_000) * 800));
    expect(Math.min(...least)).toBe(0);
  });

  it('leaves columns without values empty', () => {
    const { most } = columnExtremes([0, 1, 9], [1, NaN, 2], 0, 10, 10);
    expect([...most].map((value) => Number.isNaN(value))).toEqual([false, true, true, true, true, true, true, true, true, false]);
  });

  it('finds the first point of the view', () => {
    expect([firstIndexFrom([1, 2, 3], 2), firstIndexFrom([1, 2, 3], 2.5), firstIndexFrom([], 1)]).toEqual([1, 2, 0]);
  });
});

describe('footageGaps', () => {
  it('finds holes between frames and at both ends', () => {
    const times = [3, 3.1, 3.2, 3.3, 8, 8.1, 8.2];
    expect(footageGaps(times, { startSeconds: 0, endSeconds: 12 }, 1)).toEqual([
      { startSeconds: 0, endSeconds: 3 },
      { startSeconds: 3.3, endSeconds: 8 },
      { startSeconds: 8.2, endSeconds: 12 },
    ]);
  });

  it('takes a slow frame rate for what it is', () => {
    expect(footageGaps([0, 4, 8, 12], { startSeconds: 0, endSeconds: 14 }, 20)).toEqual([]);
  });
});

describe('Viewport', () => {
  it('keeps the anchored moment in its place and stays within the video', () => {
    const view = new Viewport(0, 100, 2);
    view.zoom(2, 25);
    expect([view.start, view.end]).toEqual([12.5, 62.5]);
    view.pan(-50);
    expect([view.start, view.end]).toEqual([0, 50]);
    view.zoom(1000, 10);
    expect(view.end - view.start).toBe(2);
    view.fit();
    expect(view.isWhole).toBe(true);
  });
});

describe('timeTicks', () => {
  it('counts in steps of people, no closer than asked', () => {
    const ticks = timeTicks(0, 60, 600, 84);
    expect(ticks.map(({ label }) => label)).toEqual(['0:00', '0:10', '0:20', '0:30', '0:40', '0:50', '1:00']);
  });
});

describe('bandAt', () => {
  it('takes the shortest of the bands under the pointer', () => {
    const bands = [band(1, 10, 60), band(2, 30, 35)];
    const view = { start: 0, end: 100 };
    expect([
      bandAt(bands, view, 1000, 320)?.number,
      bandAt(bands, view, 1000, 150)?.number,
      bandAt(bands, view, 1000, 900),
    ]).toEqual([2, 1, null]);
  });
});

describe('the read-out', () => {
  it('finds the nearest frame, and none where there is no footage', () => {
    const times = Float64Array.from([0, 0.1, 0.2, 9]);
    expect([
      nearestFrame(times, 0.16, 1),
      nearestFrame(times, 4, 1),
      nearestFrame(times, 12, 5),
      nearestFrame(new Float64Array(0), 1, 1),
    ]).toEqual([2, null, 3, null]);
  });

  it.each([
    [0, 'p 1'],
    [1.5, 'p 0.032'],
    [3.5, 'p 3.2 × 10⁻⁴'],
    [4, 'p 1.0 × 10⁻⁴'],
    [12.34, 'p 4.6 × 10⁻¹³'],
  ])('writes a surprise of %d as %s', (surprise, text) => expect(pValueText(surprise)).toBe(text));
});

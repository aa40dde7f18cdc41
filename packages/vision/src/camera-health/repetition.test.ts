import { describe, expect, it } from 'vitest';
import { sumCells } from './coarse-picture.ts';
import { Repetition, type RepetitionReport } from './repetition.ts';
import { texturedFrame } from './testing/textured-frame.ts';
import { tileGrid } from './tile-grid.ts';

const grid = tileGrid(240, 160);

/** Reports of moments a fifth of a second apart; `noiseSeconds` gives the seed of each moment's noise, null none at all. */
function report(moments: number, noiseSeconds: (index: number) => number | null): RepetitionReport[] {
  const repetition = new Repetition(grid);
  const sums = new Float32Array(grid.columns * grid.rows);
  return Array.from({ length: moments }, (_, index) => {
    const seed = noiseSeconds(index);
    sumCells(texturedFrame(seed === null ? {} : { seconds: seed, noise: 3 }).data, grid, sums);
    return repetition.update(index / 5, sums, true);
  });
}

describe('Repetition', () => {
  it('tells a frozen picture by the noise that is gone', () => {
    const reports = report(30, (index) => Math.min(index, 15));
    expect(reports.slice(1, 16).every(({ repeatedShare }) => repeatedShare < 0.1)).toBe(true);
    expect(reports[20]).toEqual({ repeatedShare: 1, repeatedSeconds: expect.closeTo(1, 6), unusualShare: 1 });
  });

  it('finds nothing unusual in a picture that never had noise', () => {
    const reports = report(60, () => null);
    expect(reports[59]).toEqual({ repeatedShare: 1, repeatedSeconds: expect.closeTo(59 / 5, 6), unusualShare: 0 });
  });

  it('knows a source whose pictures often repeat', () => {
    // three moments alike, then a new picture, as a slow recorder gives them
    const reports = report(40, (index) => Math.floor(index / 3));
    expect(Math.max(...reports.map(({ unusualShare }) => unusualShare))).toBe(0);
  });

  it('finds a picture frozen again after it was frozen', () => {
    const reports = report(60, (index) => (index < 15 ? index : index < 25 ? 15 : Math.min(index, 40)));
    expect([reports[24], reports[39], reports[50]].map(({ unusualShare }) => unusualShare)).toEqual([1, 0, 1]);
  });
});

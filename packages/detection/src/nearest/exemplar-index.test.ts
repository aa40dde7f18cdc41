import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildNearestKernel, nearestKernelPath } from '../../build-wasm.ts';
import { appearanceLength, appearanceScale } from '../features/feature-record.ts';
import { ExemplarIndex } from './exemplar-index.ts';

function vectors(count: number, seed: number): Int8Array {
  let state = seed;
  return Int8Array.from({ length: count * appearanceLength }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 24) - 128;
  });
}

function plainNearest(query: Int8Array, exemplars: Int8Array, from: number, to: number): { distance: number; index: number } {
  let [best, index] = [-Infinity, -1];
  for (let e = from; e < to; e += 1) {
    let dot = 0;
    for (let k = 0; k < appearanceLength; k += 1) dot += query[k] * exemplars[e * appearanceLength + k];
    if (dot > best) [best, index] = [dot, e];
  }
  return { distance: Math.fround(Math.max(0, 1 - best / appearanceScale ** 2)), index };
}

describe('ExemplarIndex', () => {
  it('finds what a plain search finds, in all and in ranges', () => {
    const exemplars = vectors(700, 1);
    const queries = vectors(300, 2);
    const index = new ExemplarIndex(exemplars);
    const all = index.nearest(queries);
    const without = index.nearest(queries, [
      { from: 0, to: 200 },
      { from: 450, to: 700 },
    ]);
    for (let q = 0; q < 300; q += 1) {
      const query = queries.subarray(q * appearanceLength, (q + 1) * appearanceLength);
      const expected = plainNearest(query, exemplars, 0, 700);
      expect({ distance: all.distances[q], index: all.indices[q] }).toEqual(expected);
      const [a, b] = [plainNearest(query, exemplars, 0, 200), plainNearest(query, exemplars, 450, 700)];
      expect(without.distances[q]).toBe(Math.min(a.distance, b.distance));
    }
  });

  it('says that there is nothing to compare with', () => {
    const found = new ExemplarIndex(new Int8Array(0)).nearest(vectors(2, 3));
    expect([...found.indices]).toEqual([-1, -1]);
    expect([...found.distances]).toEqual([1, 1]);
  });

  it('carries the kernel that its source compiles to', async () => {
    expect(readFileSync(nearestKernelPath, 'utf8')).toBe(await buildNearestKernel());
  });
});

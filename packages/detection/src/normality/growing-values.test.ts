import { describe, expect, it } from 'vitest';
import { GrowingValues } from './growing-values.ts';

/** The whole numbers below `count`, pushed one after the other; exact in single precision. */
function counted(count: number): Float32Array {
  const values = new GrowingValues();
  for (let i = 0; i < count; i += 1) values.push(i);
  return values.toArray();
}

describe('GrowingValues', () => {
  it('keeps all values in order below its limit', () => {
    expect(counted(0)).toEqual(new Float32Array(0));
    expect(counted(1025)).toEqual(Float32Array.from({ length: 1025 }, (_, i) => i));
    expect(counted(1 << 20)).toHaveLength(1 << 20);
  });

  it('keeps an even sample in bounded memory beyond it', () => {
    const count = 5_000_000;
    const kept = counted(count);
    expect(kept.length).toBeLessThanOrEqual(1 << 20);
    expect(kept.length).toBeGreaterThan(1 << 19);
    const steps = kept.subarray(1).map((value, i) => value - kept[i]);
    expect(steps.reduce((least, step) => Math.min(least, step))).toBeGreaterThan(0);
    expect(steps.reduce((most, step) => Math.max(most, step))).toBeLessThanOrEqual(16);
    for (const share of [0.1, 0.5, 0.9]) expect(kept[Math.floor(share * kept.length)] / count).toBeCloseTo(share, 3);
  });

  it('gives a copy', () => {
    const values = new GrowingValues();
    values.push(1);
    values.toArray().fill(9);
    expect([...values.toArray()]).toEqual([1]);
  });
});

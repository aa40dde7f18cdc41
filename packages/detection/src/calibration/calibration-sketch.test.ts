import { describe, expect, it } from 'vitest';
import { randomStream } from '../testing/random.ts';
import { CalibrationSketch } from './calibration-sketch.ts';

function normals(count: number, seed: number): number[] {
  const random = randomStream(seed);
  return Array.from({ length: count }, () => random.normal());
}

function exponentials(count: number, seed: number, scale: number): number[] {
  const random = randomStream(seed);
  return Array.from({ length: count }, () => scale * random.exponential());
}

/** The conformal p-value as it is defined. */
function conformal(values: readonly number[], score: number): number {
  return (1 + values.filter((value) => value >= score).length) / (values.length + 1);
}

function range(from: number, to: number, steps: number): number[] {
  return Array.from({ length: steps + 1 }, (_, i) => from + ((to - from) * i) / steps);
}

describe('CalibrationSketch below its tail', () => {
  it.each([50, 300, 512])('is the conformal p-value at every calibration score where all %i of them are kept', (count) => {
    const values = normals(count, count);
    const sketch = CalibrationSketch.fromValues(values);
    const start = sketch.quantile(1 - Math.max(0.01, 20 / count));
    const below = values.filter((value) => value <= start);
    expect(below.length).toBeGreaterThan(count / 2);
    for (const value of below) expect(sketch.pValue(value)).toBeCloseTo(conformal(values, value), 10);
  });

  it.each([513, 514, 800, 1024, 5000, 60_000])('stays within the resolution of its quantiles with %i scores', (count) => {
    const values = normals(count, count);
    const sketch = CalibrationSketch.fromValues(values);
    const resolution = 2 / (count + 1) + 1 / 511;
    const start = sketch.quantile(1 - Math.max(0.01, 20 / count));
    const errors = range(-4, start, 100).map((score) => Math.abs(sketch.pValue(score) - conformal(values, score)));
    expect(Math.max(...errors)).toBeLessThan(resolution);
  });

  it('gives a score below all of them the p-value 1', () => {
    expect(CalibrationSketch.fromValues(normals(100, 1)).pValue(-50)).toBe(1);
    expect(CalibrationSketch.fromValues(normals(100_000, 1)).pValue(-50)).toBe(1);
  });

  it('counts ties as at least as large', () => {
    const values = [...new Array<number>(60).fill(0), ...new Array<number>(30).fill(1), ...range(2, 12, 9)];
    const sketch = CalibrationSketch.fromValues(values);
    expect(sketch.pValue(0)).toBeCloseTo(1, 10);
    expect(sketch.pValue(1)).toBeCloseTo(conformal(values, 1), 10);
  });

  it.each([600, 3000, 50_000])('counts ties over all of %i scores of few distinct values', (count) => {
    const random = randomStream(count);
    const values = Array.from({ length: count }, () => Math.min(4, Math.floor(-Math.log2(1 - random.uniform()))));
    const sketch = CalibrationSketch.fromValues(values);
    for (const score of [0, 1, 2, 3, 4]) expect(Math.abs(sketch.pValue(score) - conformal(values, score))).toBeLessThan(1 / 256);
    const merged = CalibrationSketch.fromValues(values).merge(sketch);
    for (const score of [0, 1, 2, 3, 4]) expect(Math.abs(merged.pValue(score) - conformal(values, score))).toBeLessThan(1 / 128);
  });

  it('is not surprised by the only value there ever was', () => {
    const sketch = CalibrationSketch.fromValues(new Array<number>(3000).fill(0));
    expect(sketch.surprise(0)).toBeCloseTo(0, 12);
  });

  it('spreads even p-values over unseen scores of the same kind', () => {
    const sketch = CalibrationSketch.fromValues(exponentials(8000, 3, 2));
    const pValues = exponentials(8000, 4, 2).map((score) => sketch.pValue(score));
    for (const level of [0.5, 0.2, 0.05, 0.01, 0.002]) {
      const share = pValues.filter((pValue) => pValue <= level).length / pValues.length;
      // both samples err: four standard errors of their difference
      expect(Math.abs(share - level)).toBeLessThan(4 * Math.sqrt((2 * level) / 8000));
    }
  });
});

describe('CalibrationSketch in its tail', () => {
  it.each([5, 40, 300, 513, 2000, 60_000])('never falls with a rising score, with %i calibration scores', (count) => {
    const sketch = CalibrationSketch.fromValues(normals(count, 7));
    const surprises = range(-6, 12, 6000).map((score) => sketch.surprise(score));
    const falls = surprises.filter((surprise, i) => i > 0 && surprise < surprises[i - 1]);
    expect(falls).toEqual([]);
  });

  it.each([40, 300, 513, 2000, 60_000])('goes on without a jump where the tail starts, with %i calibration scores', (count) => {
    const sketch = CalibrationSketch.fromValues(normals(count, 8));
    const start = sketch.quantile(1 - Math.min(0.5, Math.max(0.01, 20 / count)));
    expect(sketch.surprise(start + 1e-9) - sketch.surprise(start - 1e-9)).toBeLessThan(0.002);
  });

  it('keeps the order of scores far beyond everything seen', () => {
    const sketch = CalibrationSketch.fromValues(normals(1000, 9));
    const [far, farther, farthest] = [10, 20, 40].map((score) => sketch.surprise(score));
    expect(far).toBeGreaterThan(sketch.surprise(sketch.maximum));
    expect(farther).toBeGreaterThan(far);
    expect(farthest).toBeGreaterThan(farther);
    expect(sketch.pValue(40)).toBeGreaterThan(0);
  });

  it.each([3000, 40_000])('continues the tail of %i exponential scores at their own scale', (count) => {
    const scale = 0.25;
    const sketch = CalibrationSketch.fromValues(exponentials(count, count, scale));
    const decade = sketch.surprise(6) - sketch.surprise(5);
    const inTail = Math.max(20, 0.01 * count);
    const relativeError = Math.abs(decade * scale * Math.LN10 - 1);
    expect(relativeError).toBeLessThan(3 / Math.sqrt(inTail));
    // the chance itself: exp(−x / scale)
    expect(sketch.surprise(2)).toBeCloseTo(2 / scale / Math.LN10, -0.5);
  });

  it('rests the tail on a handful of values where there are few', () => {
    const values = exponentials(60, 11, 1);
    const sketch = CalibrationSketch.fromValues(values);
    const slope = sketch.surprise(20) - sketch.surprise(19);
    expect(slope * Math.LN10).toBeGreaterThan(0.4);
    expect(slope * Math.LN10).toBeLessThan(2.5);
  });

  it('falls no faster than the given scale', () => {
    const values = [...new Array<number>(990).fill(1), ...new Array<number>(10).fill(2)];
    const sketch = CalibrationSketch.fromValues(values, { tailShare: 0.01, leastTailScale: 0.5 });
    expect(sketch.surprise(5) - sketch.surprise(4)).toBeLessThanOrEqual(1 / (0.5 * Math.LN10) + 1e-9);
  });

  it('stays finite where all scores are the same', () => {
    const sketch = CalibrationSketch.fromValues(new Array<number>(500).fill(3));
    expect(sketch.pValue(3)).toBe(1);
    expect(sketch.surprise(4)).toBeGreaterThan(1);
    expect(Number.isFinite(sketch.surprise(4))).toBe(true);
  });
});

describe('CalibrationSketch with little or nothing', () => {
  it('knows nothing without scores', () => {
    const sketch = CalibrationSketch.fromValues([]);
    expect([sketch.pValue(1e9), sketch.surprise(1e9), sketch.quantile(0.5), sketch.maximum, sketch.count]).toEqual([
      1, 0, 0, 0, 0,
    ]);
  });

  it('claims little from one score', () => {
    const sketch = CalibrationSketch.fromValues([2]);
    expect(sketch.pValue(2)).toBe(1);
    expect(sketch.pValue(1)).toBe(1);
    expect(sketch.quantile(0.3)).toBe(2);
  });

  it('leaves out what is not a number, and is not surprised by it', () => {
    const sketch = CalibrationSketch.fromValues([1, NaN, 2, NaN, 3]);
    expect(sketch.count).toBe(3);
    expect(sketch.surprise(NaN)).toBe(0);
  });
});

describe('CalibrationSketch.merge', () => {
  it.each([
    [300, 150],
    [5000, 5000],
    [30_000, 700],
    [20, 20_000],
  ])('of %i and %i scores is close to the sketch of all of them', (first, second) => {
    const a = normals(first, 21);
    const b = normals(second, 22).map((value) => 0.8 * value + 0.5);
    const merged = CalibrationSketch.fromValues(a).merge(CalibrationSketch.fromValues(b));
    const whole = CalibrationSketch.fromValues([...a, ...b]);
    expect(merged.count).toBe(whole.count);
    expect(merged.maximum).toBe(whole.maximum);
    const differences = range(-4, 4, 400).map((score) => Math.abs(merged.pValue(score) - whole.pValue(score)));
    expect(Math.max(...differences)).toBeLessThan(0.006);
    // further out the p-values differ by a factor, not by an amount
    const factors = range(3, 8, 50).map(
      (score) => Math.abs(merged.surprise(score) - whole.surprise(score)) / whole.surprise(score),
    );
    expect(Math.max(...factors)).toBeLessThan(0.03);
  });

  it('many times over stays bounded and true', () => {
    const parts = Array.from({ length: 40 }, (_, i) => normals(1500, 100 + i));
    const merged = parts.map((part) => CalibrationSketch.fromValues(part)).reduce((sum, part) => sum.merge(part));
    const all = parts.flat();
    const { count, bulk, top } = merged.toData();
    expect(count).toBe(60_000);
    expect(bulk.length + top.length).toBeLessThanOrEqual(1024);
    const differences = range(-3, 2.2, 100).map((score) => Math.abs(merged.pValue(score) - conformal(all, score)));
    expect(Math.max(...differences)).toBeLessThan(0.01);
  });

  it('with nothing changes nothing', () => {
    const sketch = CalibrationSketch.fromValues(normals(700, 31));
    const nothing = CalibrationSketch.fromValues([]);
    expect(sketch.merge(nothing).toData()).toEqual(sketch.toData());
    expect(nothing.merge(sketch).toData()).toEqual(sketch.toData());
  });
});

describe('CalibrationSketch as data', () => {
  it('comes back as it went', () => {
    const sketch = CalibrationSketch.fromValues(normals(5000, 41));
    const back = new CalibrationSketch(sketch.toData());
    const scores = range(-4, 9, 300);
    expect(scores.map((score) => back.surprise(score))).toEqual(scores.map((score) => sketch.surprise(score)));
  });

  it('takes 1,024 numbers at most', () => {
    const { bulk, top } = CalibrationSketch.fromValues(normals(200_000, 42)).toData();
    expect(bulk.length + top.length).toBe(1024);
    expect([...bulk, ...top]).toEqual([...bulk, ...top].toSorted((a, b) => a - b));
  });
});

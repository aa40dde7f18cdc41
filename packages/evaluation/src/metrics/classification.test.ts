import { describe, expect, it } from 'vitest';
import { confusion, type LabelledPrediction, precisionRecallF1 } from './classification.ts';
import { decimateCurve } from './decimate-curve.ts';

const times = (count: number, actual: string, predicted: string): LabelledPrediction[] =>
  Array.from({ length: count }, () => ({ actual, predicted }));

const predictions = [
  ...times(8, 'fall', 'fall'),
  ...times(2, 'fall', 'normal'),
  ...times(4, 'normal', 'fall'),
  ...times(6, 'normal', 'normal'),
];

describe('confusion', () => {
  it('counts actual against predicted', () => {
    expect(confusion(predictions)).toEqual({
      labels: ['fall', 'normal'],
      counts: [
        [8, 2],
        [4, 6],
      ],
    });
  });
});

describe('precisionRecallF1', () => {
  it('follows the counts', () => {
    const score = precisionRecallF1(predictions, 'fall');
    expect(score).toMatchObject({ truePositives: 8, falsePositives: 4, falseNegatives: 2, trueNegatives: 6, recall: 0.8 });
    expect(score.precision).toBeCloseTo(2 / 3, 12);
    expect(score.f1).toBeCloseTo(16 / 22, 12);
  });

  it('has no value where nothing of the kind occurs', () => {
    expect(precisionRecallF1(predictions, 'fight')).toMatchObject({ precision: null, recall: null, f1: null, trueNegatives: 20 });
  });
});

describe('decimateCurve', () => {
  it('keeps both ends, the corner, and no more points than asked', () => {
    const corner = Array.from({ length: 2001 }, (_, index): [number, number] =>
      index <= 1000 ? [0, index / 1000] : [(index - 1000) / 1000, 1],
    );
    const kept = decimateCurve(corner, 101, (point) => point);
    expect(kept.length).toBeLessThanOrEqual(101);
    expect([kept[0], kept.at(-1)]).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(Math.min(...kept.map(([x, y]) => Math.hypot(x, 1 - y)))).toBeLessThan(0.02);
  });
});

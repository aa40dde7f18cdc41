import { describe, expect, it } from 'vitest';
import { averagePrecision, precisionRecallCurve } from './precision-recall.ts';
import { randomScores } from './random-scores.ts';
import { equalErrorRate, rocAuc, rocCurve } from './roc.ts';

function pairwiseAuc(scores: readonly number[], labels: readonly number[]): number {
  let wins = 0;
  let pairs = 0;
  scores.forEach((high, i) => {
    scores.forEach((low, j) => {
      if (labels[i] !== 1 || labels[j] !== 0) return;
      pairs += 1;
      wins += high > low ? 1 : high === low ? 0.5 : 0;
    });
  });
  return wins / pairs;
}

function trapezoidArea(scores: readonly number[], labels: readonly number[]): number {
  const curve = rocCurve(scores, labels) ?? [];
  return curve.slice(1).reduce((sum, point, i) => {
    const before = curve[i] as typeof point;
    return sum + ((point.falsePositiveRate - before.falsePositiveRate) * (point.truePositiveRate + before.truePositiveRate)) / 2;
  }, 0);
}

/** Precision at each anomalous frame's own score, averaged: another way to write the sum over thresholds. */
function precisionAtPositives(scores: readonly number[], labels: readonly number[]): number {
  const positives = scores.filter((_, i) => labels[i] === 1);
  const precisions = positives.map((threshold) => {
    const flagged = labels.filter((_, i) => (scores[i] as number) >= threshold);
    return flagged.filter((label) => label === 1).length / flagged.length;
  });
  return precisions.reduce((sum, precision) => sum + precision, 0) / positives.length;
}

describe('rocAuc', () => {
  it('is 3/4 on the four frames of Fawcett’s kind, counted by hand', () => {
    // Pairs: 0.35 > 0.1 yes, 0.35 > 0.4 no, 0.8 > 0.1 yes, 0.8 > 0.4 yes.
    expect(rocAuc([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])).toBe(0.75);
  });

  it('counts a tie as a half, in whatever order the frames come', () => {
    expect(rocAuc([1, 1], [1, 0])).toBe(0.5);
    expect(rocAuc([1, 1, 2, 0], [0, 1, 1, 0])).toBe(0.875);
    expect(rocAuc([1, 1, 2, 0].toReversed(), [0, 1, 1, 0].toReversed())).toBe(0.875);
  });

  it('has no value without both classes', () => {
    expect([rocAuc([1, 2], [1, 1]), rocAuc([1, 2], [0, 0]), rocAuc([], [])]).toEqual([null, null, null]);
  });

  it('orders infinite scores and refuses what is not a number', () => {
    expect(rocAuc([Infinity, Infinity, -Infinity], [1, 1, 0])).toBe(1);
    expect(() => rocAuc([1, Number.NaN], [1, 0])).toThrow(RangeError);
    expect(() => rocAuc([1], [1, 0])).toThrow(RangeError);
  });

  it.each([1, 2, 3, 4, 5])('equals the count over all pairs and the area under the curve, seed %d', (seed) => {
    const { scores, labels } = randomScores(240, seed);
    expect(rocAuc(scores, labels)).toBeCloseTo(pairwiseAuc(scores, labels), 12);
    expect(rocAuc(scores, labels)).toBeCloseTo(trapezoidArea(scores, labels), 12);
  });
});

describe('agreement with scikit-learn 1.9.1', () => {
  it.each([
    [1, 0.7091389083003339, 0.6407841048444921],
    [2, 0.7558612829697167, 0.6606941136009717],
  ])('holds for the area and the average precision of tied scores, seed %d', (seed, area, precision) => {
    const { scores, labels } = randomScores(240, seed);
    expect(rocAuc(scores, labels)).toBeCloseTo(area, 12);
    expect(averagePrecision(scores, labels)).toBeCloseTo(precision, 12);
  });
});

describe('rocCurve', () => {
  it('has one point a distinct score, from corner to corner', () => {
    expect(rocCurve([3, 2, 2, 1], [1, 1, 0, 0])).toEqual([
      { threshold: null, falsePositiveRate: 0, truePositiveRate: 0 },
      { threshold: 3, falsePositiveRate: 0, truePositiveRate: 0.5 },
      { threshold: 2, falsePositiveRate: 0.5, truePositiveRate: 1 },
      { threshold: 1, falsePositiveRate: 1, truePositiveRate: 1 },
    ]);
  });
});

describe('equalErrorRate', () => {
  it('is 0 for a perfect order, 1 for the reverse, a half for one constant score', () => {
    expect([equalErrorRate([2, 1], [1, 0]), equalErrorRate([1, 2], [1, 0]), equalErrorRate([1, 1], [1, 0])]).toEqual([0, 1, 0.5]);
  });

  it('lies on the line between the neighbouring points', () => {
    // Points (0, 1/2) and (1/2, 1): on the line tpr = 1/2 + fpr, fpr = 1 − tpr gives 1/4.
    expect(equalErrorRate([3, 2, 2, 1], [1, 1, 0, 0])).toBe(0.25);
  });
});

describe('precision and recall', () => {
  it('follows the steps by hand', () => {
    expect(precisionRecallCurve([4, 3, 2, 1], [1, 0, 1, 0])).toEqual([
      { threshold: 4, recall: 0.5, precision: 1 },
      { threshold: 3, recall: 0.5, precision: 0.5 },
      { threshold: 2, recall: 1, precision: 2 / 3 },
      { threshold: 1, recall: 1, precision: 0.5 },
    ]);
    expect(averagePrecision([4, 3, 2, 1], [1, 0, 1, 0])).toBeCloseTo(5 / 6, 12);
    expect(averagePrecision([1, 2], [0, 0])).toBeNull();
  });

  it.each([7, 8, 9])('average precision equals the mean precision at the anomalous frames, seed %d', (seed) => {
    const { scores, labels } = randomScores(200, seed);
    expect(averagePrecision(scores, labels)).toBeCloseTo(precisionAtPositives(scores, labels), 12);
  });
});

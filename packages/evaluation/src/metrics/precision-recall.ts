import { thresholdCounts } from './threshold-groups.ts';

/** One point of a precision–recall curve: what is flagged at scores of at least `threshold`. */
export interface PrecisionRecallPoint {
  readonly threshold: number;
  /** True positives / positives, 0 to 1. */
  readonly recall: number;
  /** True positives / flagged, 0 to 1. */
  readonly precision: number;
}

/**
 * Precision and recall at every distinct score, from the highest down (Davis and Goadrich, 2006).
 *
 * @param labels - 1 for anomalous, 0 for normal.
 * @returns null where nothing is anomalous
 */
export function precisionRecallCurve(scores: ArrayLike<number>, labels: ArrayLike<number>): PrecisionRecallPoint[] | null {
  const counts = thresholdCounts(scores, labels);
  const positives = counts.at(-1)?.truePositives ?? 0;
  if (positives === 0) return null;
  return counts.map(({ threshold, truePositives, falsePositives }) => ({
    threshold,
    recall: truePositives / positives,
    precision: truePositives / (truePositives + falsePositives),
  }));
}

/**
 * Average precision: the sum over thresholds of (recall now − recall before) · precision now. Steps, not trapezoids, which
 * would flatter (Davis and Goadrich, 2006, section 4).
 *
 * @returns 0 to 1; null where nothing is anomalous
 */
export function averagePrecision(scores: ArrayLike<number>, labels: ArrayLike<number>): number | null {
  const curve = precisionRecallCurve(scores, labels);
  if (curve === null) return null;
  let area = 0;
  let recallBefore = 0;
  for (const { recall, precision } of curve) {
    area += (recall - recallBefore) * precision;
    recallBefore = recall;
  }
  return area;
}

import { thresholdCounts } from './threshold-groups.ts';

/** One point of a receiver operating characteristic: what is flagged at scores of at least `threshold`. */
export interface RocPoint {
  /** Null at the corner (0, 0), where nothing is flagged and no score is a threshold. */
  readonly threshold: number | null;
  /** False positives / negatives, 0 to 1. */
  readonly falsePositiveRate: number;
  /** True positives / positives, 0 to 1. */
  readonly truePositiveRate: number;
}

/**
 * Receiver operating characteristic (T. Fawcett, "An introduction to ROC analysis", 2006, algorithm 1): one point a
 * distinct score, from (0, 0) to (1, 1).
 *
 * @param labels - 1 for anomalous, 0 for normal.
 * @returns null where one of the classes is missing, for which the curve has no meaning
 */
export function rocCurve(scores: ArrayLike<number>, labels: ArrayLike<number>): RocPoint[] | null {
  const counts = thresholdCounts(scores, labels);
  const last = counts.at(-1);
  if (last === undefined || last.truePositives === 0 || last.falsePositives === 0) return null;
  const points = counts.map(({ threshold, truePositives, falsePositives }) => ({
    threshold,
    falsePositiveRate: falsePositives / last.falsePositives,
    truePositiveRate: truePositives / last.truePositives,
  }));
  return [{ threshold: null, falsePositiveRate: 0, truePositiveRate: 0 }, ...points];
}

/**
 * Area under the ROC curve: the probability that an anomalous frame scores higher than a normal one, ties counting a half
 * (the Mann–Whitney statistic U / (positives · negatives); Hanley and McNeil, 1982). Counted in whole numbers, so it
 * does not depend on the order of the frames.
 *
 * @param labels - 1 for anomalous, 0 for normal.
 * @returns 0 to 1; null where one of the classes is missing
 */
export function rocAuc(scores: ArrayLike<number>, labels: ArrayLike<number>): number | null {
  const counts = thresholdCounts(scores, labels);
  let twiceU = 0;
  let truePositives = 0;
  let falsePositives = 0;
  for (const step of counts) {
    const negatives = step.falsePositives - falsePositives;
    twiceU += negatives * (truePositives + step.truePositives);
    ({ truePositives, falsePositives } = step);
  }
  const pairs = truePositives * falsePositives;
  return pairs === 0 ? null : twiceU / (2 * pairs);
}

/**
 * Equal error rate: where the false positive rate meets the false negative rate, on the straight line between the two
 * neighbouring points of the ROC curve.
 *
 * @returns 0 to 1; null where one of the classes is missing
 */
export function equalErrorRate(scores: ArrayLike<number>, labels: ArrayLike<number>): number | null {
  const curve = rocCurve(scores, labels);
  if (curve === null) return null;
  const after = curve.findIndex((point) => difference(point) >= 0);
  const high = curve[after] as RocPoint;
  const low = curve[Math.max(0, after - 1)] as RocPoint;
  const span = difference(high) - difference(low);
  const part = span === 0 ? 0 : -difference(low) / span;
  return low.falsePositiveRate + part * (high.falsePositiveRate - low.falsePositiveRate);
}

/** False positive rate minus false negative rate: grows along the curve from −1 to 1. */
function difference(point: RocPoint): number {
  return point.falsePositiveRate - (1 - point.truePositiveRate);
}

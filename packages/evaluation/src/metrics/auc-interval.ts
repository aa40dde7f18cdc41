import { rocAuc } from './roc.ts';

/** Area under the ROC curve with an interval in which it lies with 95 % confidence. */
export interface AucInterval {
  readonly auc: number;
  readonly low: number;
  readonly high: number;
}

const resamples = 1000;

/**
 * Area under the ROC curve over whole clips, with a percentile bootstrap interval (Efron and Tibshirani, "An Introduction to the
 * Bootstrap", 1993, chapter 13): positives and negatives are drawn anew a thousand times, by a fixed sequence.
 *
 * @param labels - 1 for clips that show the event, 0 for others
 * @returns null where one of the classes is missing
 */
export function aucInterval(scores: readonly number[], labels: readonly number[]): AucInterval | null {
  const auc = rocAuc(scores, labels);
  if (auc === null) return null;
  const classes = [1, 0].map((label) => scores.filter((_, i) => labels[i] === label));
  const drawnLabels = classes.flatMap((values, i) => values.map(() => 1 - i));
  const next = sequence();
  const areas = Array.from({ length: resamples }, () => {
    const drawn = classes.flatMap((values) => values.map(() => values[Math.floor(next() * values.length)]));
    return rocAuc(drawn, drawnLabels) ?? auc;
  }).toSorted((a, b) => a - b);
  return { auc, low: areas[Math.floor(resamples * 0.025)], high: areas[Math.ceil(resamples * 0.975) - 1] };
}

/** A fixed sequence of numbers from 0 to 1: a linear congruential generator (Numerical Recipes, 3rd edition, section 7.1). */
function sequence(): () => number {
  let state = 20_261_123;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Counts of positives and negatives at or above one score. */
export interface ThresholdCounts {
  readonly threshold: number;
  readonly truePositives: number;
  readonly falsePositives: number;
}

/**
 * Cumulated counts at every distinct score, from the highest down: equal scores fall on one side together, which is what
 * makes curves over tied scores right.
 *
 * @param labels - 1 for anomalous, 0 for normal.
 * @throws RangeError where lengths differ or a score is not a number: either would silently spoil a measurement.
 */
export function thresholdCounts(scores: ArrayLike<number>, labels: ArrayLike<number>): ThresholdCounts[] {
  if (scores.length !== labels.length) throw new RangeError(`${scores.length} scores for ${labels.length} labels.`);
  const order = new Uint32Array(scores.length).map((_, index) => index);
  for (const index of order) if (Number.isNaN(scores[index])) throw new RangeError(`Score ${index} is not a number.`);
  order.sort((a, b) => compareDescending(scores[a] as number, scores[b] as number));
  const counts: ThresholdCounts[] = [];
  let truePositives = 0;
  let falsePositives = 0;
  order.forEach((index, position) => {
    if (labels[index] === 1) truePositives += 1;
    else falsePositives += 1;
    const threshold = scores[index] as number;
    const next = order[position + 1];
    if (next === undefined || scores[next] !== threshold) counts.push({ threshold, truePositives, falsePositives });
  });
  return counts;
}

/** A difference would be NaN for two infinities. */
function compareDescending(a: number, b: number): number {
  if (a === b) return 0;
  return a > b ? -1 : 1;
}

/** How often each actual label was taken for each predicted one. */
export interface Confusion {
  /** All labels that occur, in alphabetical order. */
  readonly labels: readonly string[];
  /** `[actual][predicted]` counts, in the order of `labels`. */
  readonly counts: readonly (readonly number[])[];
}

/** One clip's label and what it was taken for. */
export interface LabelledPrediction {
  readonly actual: string;
  readonly predicted: string;
}

/** How well one kind is told from all others. */
export interface KindScore {
  /** True positives / predicted, 0 to 1; null where the kind was never predicted. */
  readonly precision: number | null;
  /** True positives / actual, 0 to 1; null where the kind never occurs. */
  readonly recall: number | null;
  /** Harmonic mean 2·tp / (2·tp + fp + fn); null where the kind neither occurs nor was predicted. */
  readonly f1: number | null;
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
}

/** Counts of actual against predicted labels. */
export function confusion(predictions: readonly LabelledPrediction[]): Confusion {
  const labels = [...new Set(predictions.flatMap(({ actual, predicted }) => [actual, predicted]))].sort();
  const counts = labels.map(() => labels.map(() => 0));
  for (const { actual, predicted } of predictions) {
    const row = counts[labels.indexOf(actual)] as number[];
    const column = labels.indexOf(predicted);
    row[column] = (row[column] as number) + 1;
  }
  return { labels, counts };
}

/** Precision, recall and F1 (van Rijsbergen, "Information Retrieval", 1979) of one kind against all others. */
export function precisionRecallF1(predictions: readonly LabelledPrediction[], kind: string): KindScore {
  const count = (actual: boolean, predicted: boolean): number =>
    predictions.filter((entry) => (entry.actual === kind) === actual && (entry.predicted === kind) === predicted).length;
  const truePositives = count(true, true);
  const falsePositives = count(false, true);
  const falseNegatives = count(true, false);
  return {
    precision: ratio(truePositives, truePositives + falsePositives),
    recall: ratio(truePositives, truePositives + falseNegatives),
    f1: ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives),
    truePositives,
    falsePositives,
    falseNegatives,
    trueNegatives: count(false, false),
  };
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

import { evaluate } from '../../messages/en/evaluate.ts';
import type { Evaluation } from './evaluation-queries.ts';

type Run = Pick<Evaluation, 'dataset' | 'labelSetId' | 'labels'>;

/** Whether two runs are on the same labels; null where nobody knows, because one of them is from before it was recorded. */
export function areOnSameLabels(before: Run, after: Run): boolean | null {
  if (before.labels === null || after.labels === null) {
    return isSameSource(before, after) ? null : false;
  }
  return before.labels.sha256 === after.labels.sha256;
}

/** Why the figures of two runs cannot be held against each other; null where they can. */
export function labelsDifferInWords(before: Run, after: Run): string | null {
  const text = evaluate.compare;
  const isSame = areOnSameLabels(before, after);
  if (isSame === true) return null;
  if (isSame === null) return text.unknownLabels;
  if (!isSameSource(before, after)) return text.otherDataset;
  const [old, now] = [before.labels?.labelSet, after.labels?.labelSet];
  return old == null || now == null ? text.otherLabels : text.otherLabelsOf(old.version, now.version);
}

/** Whether both are on one label set, or on one data set of the server. A set may have been renamed in between. */
export function isSameSource(one: Pick<Run, 'dataset' | 'labelSetId'>, other: Pick<Run, 'dataset' | 'labelSetId'>): boolean {
  return one.labelSetId === null && other.labelSetId === null
    ? one.dataset === other.dataset
    : one.labelSetId === other.labelSetId;
}

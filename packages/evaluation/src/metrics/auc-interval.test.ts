import { describe, expect, it } from 'vitest';
import { aucInterval } from './auc-interval.ts';
import { randomScores } from './random-scores.ts';
import { rocAuc } from './roc.ts';

describe('aucInterval', () => {
  it('holds the area itself and narrows with more clips', () => {
    const few = randomScores(60, 3);
    const many = randomScores(3000, 3);
    const [narrow, wide] = [aucInterval(many.scores, many.labels), aucInterval(few.scores, few.labels)];
    if (!narrow || !wide) throw new Error('both classes are there');
    expect(wide.auc).toBe(rocAuc(few.scores, few.labels));
    expect(wide.low).toBeLessThan(wide.auc);
    expect(wide.high).toBeGreaterThan(wide.auc);
    expect(narrow.high - narrow.low).toBeLessThan((wide.high - wide.low) / 3);
  });

  it('is the same every time', () => {
    const { scores, labels } = randomScores(80, 9);
    expect(aucInterval(scores, labels)).toEqual(aucInterval(scores, labels));
  });

  it('is a point where the classes do not overlap, and nothing without both', () => {
    expect(aucInterval([3, 4, 1, 2], [1, 1, 0, 0])).toEqual({ auc: 1, low: 1, high: 1 });
    expect(aucInterval([1, 2], [1, 1])).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { pValueOf, scoreOf, severityOf } from './incident-context.ts';
import { incidentId } from './incident-id.ts';

describe('scoreOf', () => {
  it('is 0.9 at the threshold, 0.99 at twice of it, and stays below 1', () => {
    expect(scoreOf(0, 4)).toBe(0);
    expect(scoreOf(4, 4)).toBeCloseTo(0.9, 12);
    expect(scoreOf(8, 4)).toBeCloseTo(0.99, 12);
    expect(scoreOf(5000, 4)).toBeLessThanOrEqual(1);
  });
});

describe('severityOf', () => {
  it('rises with the decades beyond the threshold', () => {
    expect([4, 4.9, 5, 7.9, 8, 100].map((surprise) => severityOf(surprise, 4))).toEqual([
      'info',
      'info',
      'warning',
      'warning',
      'critical',
      'critical',
    ]);
  });
});

describe('pValueOf', () => {
  it('stays above 0 and at most 1', () => {
    expect(pValueOf(3)).toBeCloseTo(0.001, 12);
    expect(pValueOf(100_000)).toBe(1e-300);
    expect(pValueOf(-0.1)).toBe(1);
  });
});

describe('incidentId', () => {
  it('is 16 hexadecimal digits, the same for the same incident', () => {
    expect(incidentId('a', 'motion.speed', 12.3)).toMatch(/^[0-9a-f]{16}$/);
    expect(incidentId('a', 'motion.speed', 12.3)).toBe(incidentId('a', 'motion.speed', 12.3000001));
  });

  it('differs by source, kind, start and thing', () => {
    const ids = [
      incidentId('a', 'object.left', 1),
      incidentId('b', 'object.left', 1),
      incidentId('a', 'object.removed', 1),
      incidentId('a', 'object.left', 1.001),
      incidentId('a', 'object.left', 1, 0),
      incidentId('a', 'object.left', 1, 1),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

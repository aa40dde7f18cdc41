import { expect, it } from 'vitest';
import { budgetRows } from './budget-row.ts';

const figure = {
  sourceId: 'gate',
  sourceName: 'gate',
  promisedPerDay: 5,
  achievedPerDay: 4,
  analysedSeconds: 86_400,
  incidents: 4,
};

it('sources are held against their own promise, on one scale', () => {
  const [kept, broken] = budgetRows([figure, { ...figure, sourceId: 'yard', achievedPerDay: 20, incidents: 20 }]);
  expect(kept).toMatchObject({ verdict: 'within', promisedShare: 0.5 });
  expect(broken).toMatchObject({ verdict: 'above', achievedShare: 1 });
});

it('ten minutes say nothing about five incidents a day', () => {
  const [row] = budgetRows([{ ...figure, analysedSeconds: 600, incidents: 1, achievedPerDay: 144 }]);
  expect(row?.verdict).toBe('short');
});

it('nothing gives no rows, and a source without alarms a share of none', () => {
  expect(budgetRows([])).toEqual([]);
  expect(budgetRows([{ ...figure, achievedPerDay: 0, incidents: 0 }])[0]?.achievedShare).toBe(0);
});

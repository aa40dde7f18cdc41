import { expect, test } from 'vitest';
import { assign } from './assignment.ts';

test('takes the pairing of least total cost where the greedy one costs more', () => {
  expect(
    assign(
      [
        [1, 2],
        [1.1, 9],
      ],
      2,
      20,
    ),
  ).toEqual([1, 0]);
});

test('leaves a row alone where every pair costs more or is impossible', () => {
  expect(assign([[3], [Infinity], [1]], 1, 2)).toEqual([-1, -1, 0]);
  expect(assign([], 3, 2)).toEqual([]);
  expect(assign([[], []], 0, 2)).toEqual([-1, -1]);
});

test('equals the best of all pairings on random costs', () => {
  let state = 1;
  const random = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  for (let round = 0; round < 50; round++) {
    const costs = Array.from({ length: 5 }, () => Array.from({ length: 4 }, () => 3 * random()));
    const pairs = assign(costs, 4, 2);
    const total = pairs.reduce((sum, column, row) => sum + (column < 0 ? 2 : costs[row][column]), 0);
    expect(total).toBeCloseTo(cheapest(costs, 0, new Set()), 9);
  }
});

function cheapest(costs: readonly (readonly number[])[], row: number, used: ReadonlySet<number>): number {
  if (row === costs.length) return 0;
  const alone = 2 + cheapest(costs, row + 1, used);
  const paired = costs[row].map((cost, column) =>
    used.has(column) ? Infinity : cost + cheapest(costs, row + 1, new Set([...used, column])),
  );
  return Math.min(alone, ...paired);
}

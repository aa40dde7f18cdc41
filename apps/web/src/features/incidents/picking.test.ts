import { expect, it } from 'vitest';
import { mostPicked, nothingPicked, type PickingStep, pickingAfter } from './picking.ts';

const after = (...steps: PickingStep[]) => steps.reduce(pickingAfter, nothingPicked);

it('the focus stays within the list', () => {
  expect(after({ type: 'go', to: -1, count: 5 }).active).toBe(0);
  expect(after({ type: 'go', to: 9, count: 5 }).active).toBe(4);
  expect(after({ type: 'go', to: 1, count: 0 })).toBe(nothingPicked);
});

it('picks one, a range from there, all, and none', () => {
  const one = after({ type: 'toggle', id: 'b', at: 1 });
  expect(one).toEqual({ picked: new Set(['b']), active: 1, anchor: 1 });
  const range = pickingAfter(one, { type: 'range', ids: ['b', 'c', 'd'], to: 3 });
  expect(range).toEqual({ picked: new Set(['b', 'c', 'd']), active: 3, anchor: 1 });
  expect(pickingAfter(range, { type: 'toggle', id: 'c', at: 2 }).picked).toEqual(new Set(['b', 'd']));
  expect(pickingAfter(range, { type: 'keep', isThere: (id) => id !== 'b' }).picked).toEqual(new Set(['c', 'd']));
  expect(pickingAfter(range, { type: 'keep', isThere: () => true })).toBe(range);
  expect(pickingAfter(range, { type: 'clear' }).picked.size).toBe(0);
});

it('never picks more than one request takes', () => {
  const ids = Array.from({ length: mostPicked + 10 }, (_, index) => `i-${index}`);
  const all = after({ type: 'all', ids });
  expect(all.picked.size).toBe(mostPicked);
  expect(pickingAfter(all, { type: 'toggle', id: 'other', at: 0 }).picked.size).toBe(mostPicked);
});

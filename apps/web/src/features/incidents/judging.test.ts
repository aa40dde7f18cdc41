import type { IncidentSummary } from '@vigil/contracts';
import { expect, it } from 'vitest';
import { type Action, type Change, foreseen, undoOrders } from './judging.ts';

function incident(id: string, changes: Partial<IncidentSummary> = {}): IncidentSummary {
  const plain = { status: 'new', assignedTo: null, held: false, note: '', tags: [], reviewed: false };
  return { id, ...plain, ...changes } as unknown as IncidentSummary;
}

const change = (values: Change): Action => ({ type: 'change', change: values });

it('an action shows before the server has answered', () => {
  expect(foreseen(incident('a'), { type: 'reviewed', reviewed: true })).toMatchObject({ reviewed: true, status: 'new' });
  expect(foreseen(incident('a'), change({ status: 'confirmed', held: true }))).toMatchObject({ status: 'confirmed', held: true });
  expect(
    foreseen(
      incident('a', { tags: ['x', 'y'], note: 'One' }),
      change({ addTags: ['z', 'x'], removeTags: ['y'], appendNote: 'Two' }),
    ),
  ).toMatchObject({ tags: ['x', 'z'], note: 'One\nTwo' });
});

it('undoing brings each incident back to where it was', () => {
  const before = [incident('a'), incident('b', { status: 'dismissed' }), incident('c'), incident('d', { status: 'confirmed' })];
  expect(undoOrders(before, change({ status: 'confirmed' }))).toEqual([
    { ids: ['a', 'c'], action: change({ status: 'new' }) },
    { ids: ['b'], action: change({ status: 'dismissed' }) },
  ]);
  expect(undoOrders([incident('a', { tags: ['x'] }), incident('b', { tags: ['y'] })], change({ addTags: ['x'] }))).toEqual([
    { ids: ['b'], action: change({ tags: ['y'] }) },
  ]);
  expect(undoOrders([incident('a', { note: 'One' })], change({ appendNote: 'Two' }))).toEqual([
    { ids: ['a'], action: change({ note: 'One' }) },
  ]);
  expect(undoOrders([incident('a', { reviewed: true }), incident('b')], { type: 'reviewed', reviewed: true })).toEqual([
    { ids: ['b'], action: { type: 'reviewed', reviewed: false } },
  ]);
});

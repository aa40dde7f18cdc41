import type { IncidentRecord, IncidentSummary } from '@vigil/contracts';
import { describe, expect, it } from 'vitest';
import { type ArrivalAction, type Arrivals, arrivalsAfter, mostArrivals, noArrivals } from './arrivals.ts';

const incident = (id: string, second: number, values: Partial<IncidentRecord> = {}): IncidentRecord =>
  ({
    id,
    version: 1,
    title: id,
    severity: 'warning',
    decidedAt: new Date(second * 1000).toISOString(),
    ...values,
  }) as IncidentRecord;
const after = (...actions: readonly ArrivalAction[]): Arrivals => actions.reduce(arrivalsAfter, noArrivals);
const ids = (list: Arrivals['shown']): string[] => list.map(({ id }) => id);
const arrived = (id: string, second: number): ArrivalAction => ({ type: 'arrived', incident: incident(id, second) });
const listed = (...items: readonly IncidentRecord[]): ArrivalAction => ({
  type: 'listed',
  items: items.map((item): IncidentSummary => ({ ...item, reviewed: false })),
});

describe('the list of arrivals', () => {
  it('has the newest on top, each once', () => {
    const state = after(listed(incident('a', 1)), arrived('b', 2), arrived('a', 1), arrived('c', 3), arrived('c', 3));
    expect(ids(state.shown)).toEqual(['c', 'b', 'a']);
    expect(state.shown.map(({ isNew }) => isNew)).toEqual([true, true, false]);
  });

  it('lets new ones wait while it is paused', () => {
    const paused = after(arrived('a', 1), { type: 'paused', isPaused: true }, arrived('b', 2), arrived('c', 3));
    expect(ids(paused.shown)).toEqual(['a']);
    expect(ids(paused.waiting)).toEqual(['c', 'b']);
    const resumed = arrivalsAfter(paused, { type: 'paused', isPaused: false });
    expect(ids(resumed.shown)).toEqual(['c', 'b', 'a']);
    expect(resumed.waiting).toEqual([]);
  });

  it('changes in place, by version', () => {
    const changed: ArrivalAction = { type: 'changed', incident: incident('a', 1, { version: 3, keyFrame: 'a.jpg' }) };
    const state = after(arrived('a', 1), arrived('b', 2), changed);
    expect(state.shown).toMatchObject([{ id: 'b' }, { id: 'a', keyFrame: 'a.jpg', isNew: true }]);
    const older: ArrivalAction = { type: 'changed', incident: incident('a', 1, { version: 2, keyFrame: null }) };
    expect(arrivalsAfter(state, older)).toEqual(state);
  });

  it('takes what was there before for old, also where the feed was first', () => {
    const state = after(arrived('c', 3), listed(incident('c', 3), incident('b', 2)));
    expect(state.shown.map(({ id, isNew }) => [id, isNew])).toEqual([
      ['c', true],
      ['b', false],
    ]);
  });

  it('is as the list that was read again has it, unless it knows better', () => {
    const older = after(listed(incident('a', 1)), listed(incident('a', 1, { version: 3, title: 'changed' })));
    expect(older.shown).toMatchObject([{ title: 'changed', isNew: false }]);
    expect(arrivalsAfter(older, listed(incident('a', 1))).shown).toMatchObject([{ title: 'changed' }]);
  });

  it('fills a gap of the feed from a list that was read again', () => {
    const state = after(listed(incident('a', 1)), listed(incident('c', 3), incident('b', 2), incident('a', 1)));
    expect(ids(state.shown)).toEqual(['c', 'b', 'a']);
    const paused = after(
      listed(incident('a', 1)),
      { type: 'paused', isPaused: true },
      listed(incident('b', 2), incident('a', 1)),
    );
    expect([ids(paused.shown), ids(paused.waiting)]).toEqual([['a'], ['b']]);
  });

  it('keeps the mark of who acknowledged, whatever the feed tells after it', () => {
    const changed: ArrivalAction = { type: 'changed', incident: incident('a', 1, { version: 2 }) };
    const state = after(arrived('a', 1), { type: 'acknowledged', id: 'a', reviewed: true }, changed);
    expect(state.shown).toMatchObject([{ id: 'a', version: 2, reviewed: true }]);
  });

  it('forgets what was removed', () => {
    expect(ids(after(arrived('a', 1), arrived('b', 2), { type: 'removed', id: 'a' }).shown)).toEqual(['b']);
  });

  it('is bounded', () => {
    const many = Array.from({ length: mostArrivals + 50 }, (_, index) => arrived(`i${index}`, index));
    expect(after(...many).shown).toHaveLength(mostArrivals);
    const paused = after({ type: 'paused', isPaused: true }, ...many);
    expect(paused.waiting).toHaveLength(mostArrivals);
  });
});

import type { FeedMessage, IncidentRecord, IncidentSummary, Overview, ShownJob } from '@vigil/contracts';
import { describe, expect, it } from 'vitest';
import { afterMessage, mostIncidents, nothingKnown, type WallState, withIncidents, withOverview } from './wall-state.ts';

const incident = (id: string, second: number, values: Partial<IncidentRecord> = {}): IncidentRecord =>
  ({ id, version: 1, decidedAt: new Date(second * 1000).toISOString(), keyFrame: null, ...values }) as IncidentRecord;
const job = (id: string, values: Partial<ShownJob> = {}): ShownJob =>
  ({ id, version: 1, type: 'analyse-video', state: 'leased', ...values }) as ShownJob;
const told = (topic: string, type: string, record: object): FeedMessage => ({ topic, type, record }) as unknown as FeedMessage;
const overview = (running: readonly ShownJob[], names: Record<string, string> = {}): Overview =>
  ({
    incidents: { bySeverity: { info: 1, warning: 2, critical: 3 } },
    queue: { paused: true, depth: { queued: 4, leased: running.length }, running, names },
  }) as unknown as Overview;
const ids = ({ incidents }: WallState): string[] => incidents.map(({ id }) => id);

describe('incidents of the wall', () => {
  it('come with the newest first, few at a time', () => {
    const read = withIncidents(nothingKnown, [incident('b', 2), incident('a', 1)] as unknown as IncidentSummary[]);
    const after = afterMessage(read, told('incident', 'new', incident('c', 3)));
    expect(ids(after)).toEqual(['c', 'b', 'a']);
    const many = Array.from({ length: 30 }, (_, index) => told('incident', 'new', incident(`n${index}`, 10 + index)));
    expect(many.reduce(afterMessage, after).incidents).toHaveLength(mostIncidents);
  });

  it('change in place, and go', () => {
    const state = afterMessage(nothingKnown, told('incident', 'new', incident('a', 1)));
    const changed = afterMessage(state, told('incident', 'update', incident('a', 1, { version: 2, keyFrame: 'a.jpg' })));
    expect(changed.incidents).toMatchObject([{ id: 'a', keyFrame: 'a.jpg' }]);
    expect(afterMessage(changed, told('incident', 'update', incident('old', 0)))).toBe(changed);
    expect(ids(afterMessage(changed, told('incident', 'end', incident('a', 1))))).toEqual([]);
  });
});

describe('work on the wall', () => {
  it('is stopped and goes on as the feed tells', () => {
    const stopped = afterMessage(nothingKnown, told('settings', 'update', { id: 'settings', queuePaused: true }));
    expect(stopped.isStopped).toBe(true);
    expect(afterMessage(stopped, told('settings', 'update', { id: 'settings', queuePaused: false })).isStopped).toBe(false);
  });

  it('is what was read, and what the feed tells after it', () => {
    const state = withOverview(nothingKnown, overview([job('a'), job('p', { type: 'make-previews' })], { 'v-1': 'gate.mp4' }));
    expect(state).toMatchObject({ isStopped: true, waiting: 4, counts: { critical: 3 } });
    expect(state.names.get('v-1')).toBe('gate.mp4');
    expect([...state.jobs.keys()]).toEqual(['a']);
    const more = afterMessage(state, told('job', 'new', job('b', { state: 'queued' })));
    expect([...more.jobs.keys()]).toEqual(['a', 'b']);
    expect([...afterMessage(more, told('job', 'end', job('a', { state: 'done' }))).jobs.keys()]).toEqual(['b']);
    expect(afterMessage(more, told('job', 'new', job('p', { type: 'make-previews' })))).toBe(more);
  });

  it('is never older than what the feed has told', () => {
    const state = afterMessage(nothingKnown, told('job', 'update', job('a', { version: 5 })));
    expect(withOverview(state, overview([job('a', { version: 3 })])).jobs.get('a')?.version).toBe(5);
  });

  it('has names', () => {
    const state = afterMessage(nothingKnown, told('video', 'new', { id: 'v-2', name: 'yard.mp4' }));
    expect(state.names.get('v-2')).toBe('yard.mp4');
  });
});

import type { FeedMessage, IncidentRecord } from '@vigil/contracts';
import { expect, it } from 'vitest';
import { arrivalsAfter } from './arrivals.ts';
import { matchesQuery } from './matches-query.ts';

const incident = {
  id: 'i-1',
  status: 'new',
  severity: 'warning',
  kinds: ['motion.speed', 'pose.fall'],
  title: 'Somebody fällt',
  caption: null,
  transcript: 'help me',
  note: '',
  tags: ['night'],
  videoId: 'v-1',
  sourceId: 'yard',
  sourceName: 'Yard-2.mp4',
  assignedTo: null,
  held: false,
  occurredAt: '2026-11-23T10:00:00.000Z',
} as unknown as IncidentRecord;

function message(type: 'new' | 'update' | 'end', changes: Partial<IncidentRecord> = {}): FeedMessage {
  return { sequence: 1, at: incident.occurredAt, topic: 'incident', type, record: { ...incident, ...changes } } as FeedMessage;
}

const none = new Set<string>();
const unlisted = (): boolean => false;

it('what belongs to the list is an arrival, until it is listed, changes or goes', () => {
  const one = arrivalsAfter(none, message('new'), { status: 'new' }, unlisted);
  expect([...one]).toEqual(['i-1']);
  expect(arrivalsAfter(one, message('update'), { status: 'new' }, unlisted)).toBe(one);
  expect([...arrivalsAfter(one, message('update', { status: 'confirmed' }), { status: 'new' }, unlisted)]).toEqual([]);
  expect([...arrivalsAfter(one, message('end'), {}, unlisted)]).toEqual([]);
  expect(arrivalsAfter(none, message('update'), {}, () => true)).toBe(none);
  expect(arrivalsAfter(none, message('new'), { reviewed: 'true' }, unlisted)).toBe(none);
  expect(arrivalsAfter(none, { ...message('new'), topic: 'video' } as FeedMessage, {}, unlisted)).toBe(none);
});

it.each([
  [{ status: 'new', kind: 'pose.fall', severity: 'warning', tag: 'night', sourceId: 'yard', held: 'false' }, true],
  [{ from: '2026-11-23T10:00:00.000Z', before: '2026-11-23T10:00:00.001Z' }, true],
  [{ before: '2026-11-23T10:00:00.000Z' }, false],
  [{ kind: 'audio.loud' }, false],
  [{ assignedTo: 'ana' }, false],
  [{ reviewed: 'false' }, true],
  [{ videoId: 'v-2' }, false],
  [{ text: 'HELP fall yard 2' }, true],
  [{ text: 'elp' }, false],
] as const)('%j: %s', (query, matches) => {
  expect(matchesQuery(incident, query)).toBe(matches);
});

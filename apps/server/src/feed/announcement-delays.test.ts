import type { FeedEvent } from '@vigil/contracts';
import { openSqliteStore } from '@vigil/store';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { sampleIncidentRecord } from '../testing/sample-incident.ts';
import { announcementDelays } from './announcement-delays.ts';
import { FeedHub } from './feed-hub.ts';
import { incidentEvent } from './testing/sample-events.ts';

const startMs = Date.parse('2026-11-23T12:00:00.000Z');
const decided = (id: string, ms: number, type: 'new' | 'update' = 'new'): FeedEvent => ({
  topic: 'incident',
  type,
  record: sampleIncidentRecord(id, { decidedAt: new Date(ms).toISOString() }),
});

test('of what the feed tells, new incidents count from their decision until they are read, once each', async () => {
  let now = startMs;
  const clock = (): number => now;
  await using store = await openSqliteStore({ file: ':memory:', clock });
  await store.events.append([incidentEvent('before-the-start')]);
  await using hub = await FeedHub.open({ events: store.events, clock, log: pino({ level: 'silent' }) });
  const delays: number[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const observe = announcementDelays(clock, (seconds) => delays.push(seconds));
  hub.observe((message) => {
    observe(message);
    if (message.topic === 'incident' && message.record.id === 'last') resolve();
  });
  now += 400;
  await store.events.append([decided('a', startMs + 150), decided('a', startMs, 'update'), decided('last', startMs + 9000)]);
  await promise;
  expect(delays).toEqual([0.25, 0]);
});

test('what was written before the start of the process does not count', async () => {
  const delays: number[] = [];
  const observe = announcementDelays(
    () => startMs,
    (seconds) => delays.push(seconds),
  );
  const message = { ...decided('a', startMs - 5000), sequence: 1 };
  observe({ ...message, at: new Date(startMs - 1).toISOString() } as Parameters<typeof observe>[0]);
  expect(delays).toEqual([]);
  observe({ ...message, at: new Date(startMs).toISOString() } as Parameters<typeof observe>[0]);
  expect(delays).toEqual([5]);
});

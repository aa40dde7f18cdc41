import { type FeedMessage, VigilError } from '@vigil/contracts';
import { openSqliteStore, type Store } from '@vigil/store';
import { expect, onTestFinished, test } from 'vitest';
import { feedEntry } from './feed-entry.ts';
import { ascending, connectTo, incidents, openStore, startFeed, storeFile } from './testing/feed-setup.ts';
import { incidentEvent, jobEvent } from './testing/sample-events.ts';

test('a client is greeted, and gets what is new, as it was written', async () => {
  const store = await openStore();
  await store.events.append(incidents(1, 3));
  const client = await connectTo(await startFeed(store));
  expect(client.received[0]).toEqual({
    type: 'hello',
    protocolVersion: 1,
    sequence: 3,
    oldest: 1,
    topics: ['incident', 'job', 'video', 'analysis', 'camera', 'settings'],
    heartbeatSeconds: 15,
  });
  const written = await store.events.append([incidentEvent('i-4'), jobEvent('j-1', 'new')]);
  await client.untilMessages(2);
  expect(client.messages).toEqual(written);
});

test('two services on one store, opened twice, tell the same whoever wrote it', async () => {
  const file = storeFile();
  const [one, other] = [await openStore(file), await openStore(file)];
  const clients = [await connectTo(await startFeed(one)), await connectTo(await startFeed(other))];
  for (let i = 1; i <= 20; i++) await (i % 2 ? one : other).events.append(incidents(i, i));
  for (const client of clients) {
    await client.untilMessages(20);
    expect(client.sequences).toEqual(ascending(1, 20));
  }
});

test('a client that was away gets everything since, from memory or from the store, once and in order', async () => {
  const store = await openStore();
  await store.events.append(incidents(1, 450));
  // the service keeps 50 messages: what is older comes from the store
  const feed = await startFeed(store, { keptMessages: 50 });
  await store.events.append(incidents(451, 500));
  for (const after of [0, 7, 449, 455, 500]) {
    const client = await connectTo(feed, `?after=${after}`);
    await client.untilMessages(500 - after);
    await store.events.append([]);
    client.send({ type: 'ping' });
    await client.until(() => client.control('pong') !== undefined);
    expect(client.sequences).toEqual(ascending(after + 1, 500));
  }
  const client = await connectTo(feed, '?after=100');
  await store.events.append(incidents(501, 700));
  await client.untilMessages(600);
  expect(client.sequences).toEqual(ascending(101, 700));
});

test('a client whose messages are gone is told to start over, and goes on from there', async () => {
  const store = await openStore();
  const old = await openSqliteStoreInThePast(store);
  await store.events.append(incidents(6, 8));
  await store.events.removeBefore('2025-01-01T00:00:00.000Z');
  const feed = await startFeed(store);
  const client = await connectTo(feed, '?after=2');
  await client.until(() => client.control('reset') !== undefined);
  expect(old).toBe(5);
  expect(client.received.slice(0, 2)).toMatchObject([
    { type: 'hello', sequence: 8, oldest: 6 },
    { type: 'reset', sequence: 8 },
  ]);
  const resumed = await connectTo(feed, '?after=5');
  await resumed.untilMessages(3);
  await store.events.append(incidents(9, 9));
  await client.untilMessages(1);
  expect(client.sequences).toEqual([9]);
  expect(resumed.control('reset')).toBeUndefined();
});

/** Appends five messages as a process whose clock is years behind; returns the last number. */
async function openSqliteStoreInThePast(store: Store): Promise<number> {
  const folder = storeFile();
  const past = await openSqliteStore({ file: folder, clock: () => Date.parse('2020-01-01T00:00:00Z') });
  await past.events.append(incidents(1, 5));
  const records = await past.exportRecords('events', '', 100);
  await store.importRecords('events', records);
  await store.importRecords('counters', await past.exportRecords('counters', '', 100));
  await past[Symbol.asyncDispose]();
  return (await store.events.range()).newest;
}

test('a number that the store has not reached is of another store: start over', async () => {
  const store = await openStore();
  await store.events.append(incidents(1, 3));
  const client = await connectTo(await startFeed(store), '?after=900');
  await client.until(() => client.control('reset') !== undefined);
  expect(client.control('reset')).toEqual({ type: 'reset', sequence: 3 });
  await store.events.append(incidents(4, 4));
  await client.untilMessages(1);
  expect(client.sequences).toEqual([4]);
});

test('only what was asked for, and something else when asked anew', async () => {
  const store = await openStore();
  const client = await connectTo(await startFeed(store), '?topics=job,video');
  await store.events.append([incidentEvent('i-1'), jobEvent('j-1', 'new'), incidentEvent('i-2'), jobEvent('j-1', 'end')]);
  await client.untilMessages(2);
  expect(client.sequences).toEqual([2, 4]);
  client.send({ type: 'subscribe', topics: ['incident'], after: 0 });
  await client.untilMessages(4);
  expect(client.control('subscribed')).toEqual({ type: 'subscribed', topics: ['incident'], sequence: 0 });
  expect(client.sequences).toEqual([2, 4, 1, 3]);
});

test('secrets that were written by mistake are not sent', async () => {
  const store = await openStore();
  const client = await connectTo(await startFeed(store));
  const event = jobEvent('j-1', 'new');
  const record = { ...event.record, leaseToken: 'hunter2' };
  await store.events.append([{ ...event, record } as typeof event]);
  await client.untilMessages(1);
  expect(JSON.stringify(client.received)).not.toContain('hunter2');
  expect(String(feedEntry({ sequence: 1, at: record.createdAt, ...event, record } as FeedMessage).bytes)).not.toContain(
    'hunter2',
  );
});

test('a clock that goes back or ahead changes neither order nor number', async () => {
  let now = Date.parse('2026-11-23T12:00:00Z');
  const store = await openSqliteStore({ file: storeFile(), clock: () => now });
  onTestFinished(() => store[Symbol.asyncDispose]());
  const client = await connectTo(await startFeed(store, { heartbeatMs: 20 }));
  for (const jumpMs of [0, -86_400_000, 3_600_000, -3_600_000, 60_000]) {
    now += jumpMs;
    const [{ sequence }] = await store.events.append(incidents(1, 1));
    await client.untilMessages(sequence);
  }
  expect(client.sequences).toEqual(ascending(1, 5));
  expect(client.control('reset')).toBeUndefined();
});

test('while the store is away clients stay and are told so; then they get what they missed', async () => {
  const store = await openStore();
  let isAway = false;
  const events: Store['events'] = {
    ...store.events,
    after: (sequence, limit) =>
      isAway ? Promise.reject(new VigilError('store-unavailable', 'away')) : store.events.after(sequence, limit),
    range: () => (isAway ? Promise.reject(new VigilError('store-unavailable', 'away')) : store.events.range()),
  };
  const feed = await startFeed({ ...store, events }, { heartbeatMs: 20, pollMs: 20 });
  const client = await connectTo(feed);
  isAway = true;
  await store.events.append(incidents(1, 3));
  await client.until((all) => all.some((message) => message.type === 'heartbeat' && !message.live));
  expect(client.sequences).toEqual([]);
  isAway = false;
  await client.untilMessages(3);
  await client.until((all) => all.at(-1)?.type === 'heartbeat' && (all.at(-1) as { live: boolean }).live);
  expect(client.sequences).toEqual([1, 2, 3]);
});

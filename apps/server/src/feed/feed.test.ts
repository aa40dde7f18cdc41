import { mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { feedCloseCodes, type FeedMessage, VigilError } from '@vigil/contracts';
import { openSqliteStore, type Store } from '@vigil/store';
import { expect, onTestFinished, test } from 'vitest';
import { TestFeedClient } from './testing/feed-client.ts';
import { keyCaller, known, startTestFeed, type TestFeed } from './testing/feed-service.ts';
import { incidentEvent, jobEvent } from './testing/sample-events.ts';
import { feedEntry } from './feed-entry.ts';
import type { FeedLimits } from './feed-limits.ts';

const storeFile = (): string => join(mkdtempSync(join(tmpdir(), 'vigil-feed-')), 'vigil.sqlite');

async function openStore(file = storeFile()): Promise<Store> {
  const store = await openSqliteStore({ file });
  onTestFinished(() => store[Symbol.asyncDispose]());
  return store;
}

async function startFeed(store: Store, limits: Partial<FeedLimits> = {}): Promise<TestFeed> {
  const feed = await startTestFeed(store, limits);
  onTestFinished(() => feed[Symbol.asyncDispose]());
  return feed;
}

async function connectTo(feed: TestFeed, query = ''): Promise<TestFeedClient> {
  const client = await TestFeedClient.open(feed.url + query, known);
  onTestFinished(() => client[Symbol.dispose]());
  return client;
}

const ascending = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);
const incidents = (first: number, last: number, note = '') => ascending(first, last).map((i) => incidentEvent(`i-${i}`, note));

test('a client is greeted, and gets what is new, as it was written', async () => {
  const store = await openStore();
  await store.events.append(incidents(1, 3));
  const client = await connectTo(await startFeed(store));
  expect(client.received[0]).toEqual({
    type: 'hello',
    protocolVersion: 1,
    sequence: 3,
    oldest: 1,
    topics: ['incident', 'job', 'video', 'analysis', 'camera'],
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

// What a connection holds in the kernel is a few megabytes: so much is surely more.
const pieces = ascending(1, 40).map((i) => incidentEvent(`i-${i}`, 'x'.repeat(400_000)));

test('a slow client gets the newest progress of a job only, a fast one all of it', async () => {
  const store = await openStore();
  const feed = await startFeed(store, { waitingBytes: 1e6, behindBytes: 1e8, keptBytes: 1e8 });
  const [slow, fast] = [await connectTo(feed), await connectTo(feed)];
  slow.socket.pause();
  for (const [index, piece] of pieces.entries()) {
    await store.events.append([piece]);
    await fast.untilMessages(index + 1);
  }
  for (let i = 1; i <= 100; i++) {
    await store.events.append([jobEvent('j-1', 'update', i), jobEvent('j-2', 'update', i)]);
    await fast.untilMessages(40 + 2 * i);
  }
  await store.events.append([jobEvent('j-1', 'end', 100)]);
  await fast.untilMessages(241);
  slow.socket.resume();
  await slow.until(() => slow.sequences.at(-1) === 241);
  expect(fast.sequences).toEqual(ascending(1, 241));
  expect(slow.sequences).toEqual([...ascending(1, 40), 240, 241]);
});

test('a client that does not read is closed with a code, and costs others nothing', async () => {
  const store = await openStore();
  const feed = await startFeed(store, { waitingBytes: 1e6, behindBytes: 2e6, keptBytes: 4e6 });
  const [stuck, reader] = [await connectTo(feed), await connectTo(feed)];
  stuck.socket.pause();
  for (const [index, piece] of pieces.entries()) {
    await store.events.append([piece]);
    await reader.untilMessages(index + 1);
  }
  expect(reader.sequences).toEqual(ascending(1, 40));
  stuck.socket.resume();
  expect(await stuck.closed).toBe(feedCloseCodes.tooSlow);
  const last = stuck.sequences.at(-1) ?? 0;
  expect(stuck.sequences).toEqual(ascending(1, last));
  expect(last).toBeLessThan(38);
  const again = await connectTo(feed, `?after=${last}`);
  await again.untilMessages(40 - last);
  expect(again.sequences).toEqual(ascending(last + 1, 40));
});

test.each([
  ['no JSON', 'hello', feedCloseCodes.notUnderstood],
  ['another type', { type: 'publish', record: {} }, feedCloseCodes.notUnderstood],
  ['unknown topics', { type: 'subscribe', topics: ['users'] }, feedCloseCodes.notUnderstood],
  ['something long', 'x'.repeat(5000), feedCloseCodes.tooLong],
])('%s closes the connection with a code', async (_, message, code) => {
  const client = await connectTo(await startFeed(await openStore()));
  client.send(message);
  expect(await client.closed).toBe(code);
});

test('bytes and floods close the connection with a code', async () => {
  const feed = await startFeed(await openStore());
  const [bytes, flood] = [await connectTo(feed), await connectTo(feed)];
  bytes.socket.send(Buffer.from([1, 2, 3]));
  expect(await bytes.closed).toBe(feedCloseCodes.notText);
  for (let i = 0; i < 60; i++) flood.send({ type: 'ping' });
  expect(await flood.closed).toBe(feedCloseCodes.tooMany);
});

test('text that is no UTF-8 closes the connection with a code', async () => {
  const client = await connectTo(await startFeed(await openStore()));
  client.socket.send(Buffer.from([0xff, 0xfe]), { binary: false });
  expect(await client.closed).toBe(1007);
});

test.each([
  ['nobody', {}, '', 401],
  ['an unknown key', { authorization: 'Bearer wrong' }, '', 401],
  ['a key that may not read', { authorization: 'Bearer uploader' }, '', 403],
  ['a page of another origin', { authorization: 'Bearer session', origin: 'https://evil.example' }, '', 403],
  ['no number', known, '?after=x', 400],
  ['a negative number', known, '?after=-1', 400],
  ['no topic', known, '?topics=users', 400],
])('%s is refused before the upgrade', async (_, headers, query, status) => {
  const feed = await startFeed(await openStore());
  feed.callers.set('uploader', keyCaller('uploader', ['upload']));
  feed.callers.set('session', { ...keyCaller('s', null), kind: 'user', sessionId: 's' });
  await expect(TestFeedClient.open(feed.url + query, headers)).rejects.toThrow(`Unexpected server response: ${status}`);
  expect(feed.hub.clientCount).toBe(0);
});

test('pages of the own origin and of allowed ones connect, and programs', async () => {
  const feed = await startFeed(await openStore());
  feed.callers.set('session', { ...keyCaller('s', null), kind: 'user', sessionId: 's' });
  const { host } = new URL(feed.url);
  for (const origin of [{ origin: `http://${host}` }, { origin: 'https://allowed.example' }, {}]) {
    using client = await TestFeedClient.open(feed.url, { authorization: 'Bearer session', ...origin } as Record<string, string>);
    expect(client.control('hello')).toBeDefined();
  }
});

test('a plain request is told what to do', async () => {
  const feed = await startFeed(await openStore());
  const reply = await fetch(feed.url.replace('ws:', 'http:'), { headers: known });
  expect([reply.status, await reply.json()]).toMatchObject([400, { code: 'bad-request' }]);
});

test('so many clients and no more, in all and of one user', async () => {
  const feed = await startFeed(await openStore(), { clients: 3, clientsOfUser: 2 });
  feed.callers.set('second', keyCaller('second'));
  const second = { authorization: 'Bearer second' };
  const [first] = [await connectTo(feed), await connectTo(feed)];
  await expect(TestFeedClient.open(feed.url, known)).rejects.toThrow('429');
  using _ = await TestFeedClient.open(feed.url, second);
  await expect(TestFeedClient.open(feed.url, second)).rejects.toThrow('429');
  first.socket.close();
  await first.closed;
  await connectTo(feed);
});

test('a key that is revoked, and one that may not read any more, are cut', async () => {
  const feed = await startFeed(await openStore(), { accessMs: 20 });
  feed.callers.set('a', keyCaller('a')).set('b', keyCaller('b'));
  const open = (name: string) => TestFeedClient.open(feed.url, { authorization: `Bearer ${name}` });
  const [a, again, b, kept] = [await open('a'), await open('a'), await open('b'), await open('known')];
  feed.callers.delete('a');
  feed.callers.set('b', keyCaller('b', ['upload']));
  expect(await Promise.all([a.closed, again.closed, b.closed])).toEqual([4001, 4001, 4003]);
  expect(kept.socket.readyState).toBe(kept.socket.OPEN);
  kept[Symbol.dispose]();
});

test('heart-beats say up to where the client has everything', async () => {
  const store = await openStore();
  const feed = await startFeed(store, { heartbeatMs: 30 });
  const client = await connectTo(feed, '?topics=job');
  await store.events.append(incidents(1, 2));
  await client.until(() => client.received.some((message) => message.type === 'heartbeat' && message.sequence === 2));
  expect(client.sequences).toEqual([]);
  expect(client.control('heartbeat')).toMatchObject({ live: true });
});

test('a client that is gone without a word is cut', async () => {
  const feed = await startFeed(await openStore(), { heartbeatMs: 20, silenceMs: 100 });
  const { hostname, port, host } = new URL(feed.url);
  const socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  const key = Buffer.alloc(16).toString('base64');
  socket.write(
    `GET /ws HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n` +
      `Sec-WebSocket-Key: ${key}\r\nAuthorization: ${known.authorization}\r\n\r\n`,
  );
  // it reads what comes, and answers no ping
  socket.resume();
  const cut = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  const alive = await connectTo(feed);
  await cut;
  await alive.until((all) => all.filter(({ type }) => type === 'heartbeat').length > 10);
  expect(feed.hub.clientCount).toBe(1);
});

test('clients learn that the service stops, and nobody joins any more', async () => {
  const store = await openStore();
  const feed = await startTestFeed(store);
  const client = await TestFeedClient.open(feed.url, known);
  await feed[Symbol.asyncDispose]();
  expect(await client.closed).toBe(feedCloseCodes.stopping);
  expect(feed.hub.clientCount).toBe(0);
  await expect(TestFeedClient.open(feed.url, known)).rejects.toThrow('ECONNREFUSED');
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

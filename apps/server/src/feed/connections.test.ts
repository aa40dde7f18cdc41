import { connect } from 'node:net';
import { feedCloseCodes } from '@vigil/contracts';
import { expect, onTestFinished, test } from 'vitest';
import { TestFeedClient } from './testing/feed-client.ts';
import { keyCaller, known, startTestFeed } from './testing/feed-service.ts';
import { connectTo, incidents, openStore, startFeed } from './testing/feed-setup.ts';

test.each([
  ['nobody', {}, '', 401],
  ['an unknown key', { authorization: 'Bearer wrong' }, '', 401],
  ['a key that may not read', { authorization: 'Bearer uploader' }, '', 403],
  ['no number', known, '?after=x', 400],
  ['a negative number', known, '?after=-1', 400],
  ['no topic', known, '?topics=users', 400],
])('%s is refused before the upgrade', async (_, headers, query, status) => {
  const feed = await startFeed(await openStore());
  feed.callers.set('uploader', keyCaller('uploader', ['upload']));
  await expect(TestFeedClient.open(feed.url + query, headers)).rejects.toThrow(`Unexpected server response: ${status}`);
  expect(feed.hub.clientCount).toBe(0);
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
  const feed = await startFeed(await openStore(), { heartbeatMs: 20, silenceMs: 1000 });
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
  await expect.poll(() => feed.hub.clientCount).toBe(1);
  // the other one is where it was
  let heartbeats = 0;
  await alive.until((all) => {
    const count = all.filter(({ type }) => type === 'heartbeat').length;
    if (heartbeats === 0) heartbeats = count;
    return count > heartbeats + 10;
  });
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

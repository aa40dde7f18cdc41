import { feedCloseCodes } from '@vigil/contracts';
import { expect, test } from 'vitest';
import { connectTo, openStore, startFeed } from './testing/feed-setup.ts';

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

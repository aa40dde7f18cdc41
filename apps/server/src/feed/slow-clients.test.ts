import { feedCloseCodes } from '@vigil/contracts';
import { expect, test } from 'vitest';
import { ascending, connectTo, openStore, startFeed } from './testing/feed-setup.ts';
import { incidentEvent, jobEvent } from './testing/sample-events.ts';

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

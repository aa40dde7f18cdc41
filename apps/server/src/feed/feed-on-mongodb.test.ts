import { randomUUID } from 'node:crypto';
import { openMongoStore, type Store } from '@vigil/store';
import { mongoMissing, testMongoServer } from '@vigil/store/testing';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ascending, connectTo, incidents, startFeed } from './testing/feed-setup.ts';
import { jobEvent } from './testing/sample-events.ts';

const missing = mongoMissing(inject('mongodbUrl'));

describe.skipIf(missing !== null)(`the feed on MongoDB ${missing ?? ''}`, () => {
  const parts = new AsyncDisposableStack();
  let one: Store;
  let other: Store;

  beforeAll(async () => {
    const { url } = parts.use(await testMongoServer(inject('mongodbUrl')));
    const mongo = { url, databaseName: `vigil-feed-${randomUUID().slice(0, 8)}` };
    one = parts.use(await openMongoStore(mongo));
    other = parts.use(await openMongoStore(mongo));
    parts.defer(() => one.clear());
  });
  afterAll(() => parts.disposeAsync());

  test('two services tell the same whoever wrote it, in order and once, also to who was away', async () => {
    const { newest } = await one.events.range();
    const feeds = [await startFeed(one), await startFeed(other, { keptMessages: 5 })];
    const clients = [await connectTo(feeds[0]), await connectTo(feeds[1])];
    for (let i = 1; i <= 20; i++) await (i % 2 ? one : other).events.append(incidents(i, i));
    await Promise.all([one.events.append(incidents(21, 40)), other.events.append(incidents(41, 60))]);
    const expected = ascending(newest + 1, newest + 60);
    for (const client of clients) {
      await client.untilMessages(60);
      expect(client.sequences).toEqual(expected);
    }
    expect(clients[1].messages).toEqual(clients[0].messages);
    // more than the service keeps: it comes from the store
    const late = await connectTo(feeds[1], `?after=${newest + 10}`);
    await late.untilMessages(50);
    expect(late.sequences).toEqual(expected.slice(10));
  });

  test('topics are kept apart, and what nobody can resume from any more is gone for all', async () => {
    const feed = await startFeed(one);
    const client = await connectTo(feed, '?topics=job');
    await other.events.append([...incidents(1, 2), jobEvent('j-1', 'new')]);
    await client.untilMessages(1);
    expect(client.messages).toMatchObject([{ topic: 'job', record: { id: 'j-1' } }]);
    await other.events.removeBefore(new Date(Date.now() + 1000).toISOString());
    const { newest } = await one.events.range();
    await one.events.append(incidents(3, 3));
    const behind = await connectTo(await startFeed(other), '?after=0');
    await behind.until(() => behind.control('reset') !== undefined);
    expect(behind.control('reset')?.sequence).toBe(newest + 1);
  });
});

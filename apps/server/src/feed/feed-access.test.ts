import { feedCloseCodes } from '@vigil/contracts';
import { expect, onTestFinished, test } from 'vitest';
import { type AccountApp, friendOrigin, openAccountApp } from '../accounts/fixtures/account-app.ts';
import { addKey } from '../accounts/fixtures/credentials.ts';
import { callerCacheMs } from '../accounts/sessions/caller-cache.ts';
import { TestFeedClient } from './testing/feed-client.ts';
import { startTestFeed, type TestFeed } from './testing/feed-service.ts';

async function openFeed(): Promise<AccountApp & { readonly feed: TestFeed }> {
  const app = await openAccountApp();
  const feed = await startTestFeed(app.store, { accessMs: 20 }, app.accounts);
  onTestFinished(async () => {
    await feed[Symbol.asyncDispose]();
    await app[Symbol.asyncDispose]();
  });
  return { ...app, feed };
}

const originOf = ({ url }: TestFeed): string => `http://${new URL(url).host}`;

async function connect(feed: TestFeed, headers: Record<string, string>): Promise<TestFeedClient> {
  const client = await TestFeedClient.open(feed.url, headers);
  onTestFinished(() => client[Symbol.dispose]());
  return client;
}

test('a session that another process ends, and a user that it disables, lose the feed; others keep it', async () => {
  const { feed, store, clock, addUser, openSession } = await openFeed();
  const users = [await addUser('viewer'), await addUser('operator'), await addUser('viewer')];
  const origin = originOf(feed);
  const open = async (user: { id: string }) => connect(feed, { origin, cookie: await openSession(user) });
  const [ended, disabled, kept] = [await open(users[0]), await open(users[1]), await open(users[2])];
  await store.accounts.remove('session', [{ field: 'userId', operator: 'eq', value: users[0].id, connector: 'AND' }]);
  const where = [{ field: 'id', operator: 'eq', value: users[1].id, connector: 'AND' }] as const;
  await store.accounts.update('user', where, { disabled: true });
  clock.move(callerCacheMs);
  expect(await Promise.all([ended.closed, disabled.closed])).toEqual([feedCloseCodes.signedOut, feedCloseCodes.signedOut]);
  kept.send({ type: 'ping' });
  await kept.until(() => kept.control('pong') !== undefined);
});

test('a key that may read follows the feed until it is revoked; one that may not is refused', async () => {
  const { feed, store, clock, addUser } = await openFeed();
  const { id } = await addUser('operator');
  const client = await connect(feed, { authorization: `Bearer ${await addKey(store, id, 'read')}` });
  const [{ id: keyId }] = (await store.apiKeys.list({ limit: 1 })).items;
  const uploading = TestFeedClient.open(feed.url, { authorization: `Bearer ${await addKey(store, id, 'upload')}` });
  await expect(uploading).rejects.toThrow('403');
  await store.apiKeys.update(keyId, (key) => ({ ...key, revokedAt: new Date().toISOString() }));
  clock.move(callerCacheMs);
  expect(await client.closed).toBe(feedCloseCodes.signedOut);
});

test('pages of the own origin and of allowed ones use the cookie, others cannot, and programs need a key', async () => {
  const { feed, store, addUser, openSession } = await openFeed();
  const admin = await addUser('admin');
  const cookie = await openSession(admin);
  for (const origin of ['https://evil.example', 'null', `${originOf(feed)}.evil.example`])
    await expect(TestFeedClient.open(feed.url, { origin, cookie })).rejects.toThrow('403');
  await expect(TestFeedClient.open(feed.url, { cookie })).rejects.toThrow('403');
  expect(feed.hub.clientCount).toBe(0);
  for (const origin of [originOf(feed), friendOrigin])
    expect((await connect(feed, { origin, cookie })).control('hello')).toBeDefined();
  const authorization = `Bearer ${await addKey(store, admin.id, 'read')}`;
  expect((await connect(feed, { authorization })).control('hello')).toBeDefined();
});

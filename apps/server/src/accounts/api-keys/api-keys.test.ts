import type { ApiKeyScope } from '@vigil/contracts';
import { expect, test } from 'vitest';
import { type AccountApp, openAccountApp } from '../fixtures/account-app.ts';
import { bearerKey, generateApiKey } from './api-key-secret.ts';

const url = '/api/v1/api-keys';

async function makeKey(service: AccountApp, cookie: string, scopes: readonly ApiKeyScope[], expiresAt: string | null = null) {
  const reply = await service.send({ method: 'POST', url, payload: { name: 'a key', scopes, expiresAt }, cookie });
  if (reply.statusCode !== 201) throw new Error(reply.body);
  return reply.json() as { id: string; key: string; prefix: string };
}

test('a key is shown once, stored as its hash, and known again', async () => {
  await using service = await openAccountApp();
  const { send, store } = service;
  const admin = await service.addUser('admin');
  const cookie = await service.openSession(admin);
  const { id, key, prefix } = await makeKey(service, cookie, ['admin', 'read', 'read']);
  expect(key).toMatch(/^vigil_[0-9A-Za-z]{43}$/);
  expect(prefix).toBe(key.slice(0, 10));
  const stored = await store.apiKeys.get(id);
  expect(JSON.stringify(stored)).not.toContain(key);
  expect(stored).toMatchObject({
    ownerId: admin.id,
    scopes: ['admin', 'read'],
    lastUsedAt: null,
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const listed = await send({ method: 'GET', url, key, headers: { origin: 'http://evil.example' } });
  expect(listed.json().items).toMatchObject([{ id, prefix }]);
  expect(listed.body).not.toContain(stored?.hash);
  expect(listed.body).not.toContain(key);
});

test('the use of a key is noted once a minute', async () => {
  await using service = await openAccountApp();
  const cookie = await service.openSession(await service.addUser('admin'));
  const { id, key } = await makeKey(service, cookie, ['admin']);
  const noted = async () => {
    await service.send({ method: 'GET', url, key });
    const record = await service.store.apiKeys.get(id);
    return [Date.parse(record?.lastUsedAt ?? '') - started, record?.version];
  };
  const started = service.clock();
  expect(await noted()).toEqual([0, 2]);
  service.clock.move(57_000);
  expect(await noted()).toEqual([0, 2]);
  service.clock.move(3000);
  expect(await noted()).toEqual([60_000, 3]);
});

test('keys that were revoked or have run out, and those of disabled owners, are nobody', async () => {
  await using service = await openAccountApp();
  const { send, clock } = service;
  const cookie = await service.openSession(await service.addUser('admin'));
  const owner = await service.addUser('admin');
  const ownerCookie = await service.openSession(owner);
  const soon = new Date(clock() + 60_000).toISOString();
  const revoked = await makeKey(service, cookie, ['admin']);
  const brief = await makeKey(service, cookie, ['admin'], soon);
  const orphan = await makeKey(service, ownerCookie, ['admin']);
  const statuses = async () => {
    const replies = [];
    for (const { key } of [revoked, brief, orphan]) replies.push((await send({ method: 'GET', url, key })).statusCode);
    return replies;
  };
  expect(await statuses()).toEqual([200, 200, 200]);
  expect((await send({ method: 'DELETE', url: `${url}/${revoked.id}`, cookie })).statusCode).toBe(204);
  expect(await statuses()).toEqual([401, 200, 200]);
  clock.move(60_000);
  expect(await statuses()).toEqual([401, 401, 200]);
  await send({ method: 'PATCH', url: `/api/v1/users/${owner.id}`, payload: { disabled: true }, cookie });
  expect(await statuses()).toEqual([401, 401, 401]);
  expect((await send({ method: 'DELETE', url: `${url}/${revoked.id}`, cookie })).statusCode).toBe(204);
  expect(await service.store.apiKeys.get(revoked.id)).toBeNull();
});

test('a key does no more than its owner may, and no more than its scopes', async () => {
  await using service = await openAccountApp();
  const { send } = service;
  const admin = await service.openSession(await service.addUser('admin'));
  const user = await service.addUser('operator');
  const cookie = await service.openSession(user);
  const refused = await send({ method: 'POST', url, payload: { name: 'too much', scopes: ['read', 'admin'] }, cookie });
  expect(refused.json()).toMatchObject({
    code: 'forbidden',
    message: 'The scope admin needs the role admin, and you are operator',
  });
  await send({ method: 'PATCH', url: `/api/v1/users/${user.id}`, payload: { role: 'admin' }, cookie: admin });
  const { key } = await makeKey(service, cookie, ['admin']);
  const { key: reader } = await makeKey(service, cookie, ['read']);
  const users = async (given: string) => (await send({ method: 'GET', url: '/api/v1/users', key: given })).statusCode;
  expect([await users(key), await users(reader)]).toEqual([200, 403]);
  await send({ method: 'PATCH', url: `/api/v1/users/${user.id}`, payload: { role: 'viewer' }, cookie: admin });
  expect([await users(key), await users(reader)]).toEqual([403, 403]);
  const password = { currentPassword: 'x', newPassword: 'a good password' };
  expect((await send({ method: 'POST', url: '/api/v1/auth/change-password', payload: password, key })).statusCode).toBe(403);
});

test('everybody sees and revokes the own keys, administrators those of all', async () => {
  await using service = await openAccountApp();
  const { send } = service;
  const admin = await service.openSession(await service.addUser('admin'));
  const [one, other] = [await service.addUser('viewer'), await service.addUser('viewer')];
  const [cookie, otherCookie] = [await service.openSession(one), await service.openSession(other)];
  const { id } = await makeKey(service, cookie, ['read']);
  const listed = async (as: string, query = '') => (await send({ method: 'GET', url: `${url}${query}`, cookie: as })).json();
  expect((await listed(cookie)).items).toHaveLength(1);
  expect((await listed(otherCookie)).items).toHaveLength(0);
  expect(await listed(otherCookie, `?ownerId=${one.id}`)).toMatchObject({ code: 'forbidden' });
  expect((await listed(admin, `?ownerId=${one.id}`)).items).toHaveLength(1);
  expect((await listed(admin, `?ownerId=${other.id}`)).items).toHaveLength(0);
  expect((await send({ method: 'DELETE', url: `${url}/${id}`, cookie: otherCookie })).statusCode).toBe(404);
  expect((await send({ method: 'DELETE', url: `${url}/${id}`, cookie: admin })).statusCode).toBe(204);
});

test('an owner has at most a hundred keys, none of the past', async () => {
  await using service = await openAccountApp();
  const user = await service.addUser('viewer');
  const cookie = await service.openSession(user);
  const past = new Date(service.clock() - 1).toISOString();
  await expect(makeKey(service, cookie, ['read'], past)).rejects.toThrow('bad-request');
  for (let made = 0; made < 100; made += 1) await makeKey(service, cookie, ['read']);
  await expect(makeKey(service, cookie, ['read'])).rejects.toThrow('quota-exceeded');
});

test('only what looks like a key is looked up', () => {
  const key = generateApiKey();
  expect(bearerKey(`bearer  ${key}`)).toBe(key);
  for (const given of [undefined, '', 'Bearer', key, `Basic ${key}`, `Bearer ${key}x`, `Bearer ${key} x`, 'Bearer vigil_']) {
    expect(bearerKey(given)).toBeNull();
  }
  expect(new Set(Array.from({ length: 1000 }, generateApiKey)).size).toBe(1000);
});

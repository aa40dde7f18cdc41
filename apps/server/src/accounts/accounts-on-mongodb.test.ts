import { randomUUID } from 'node:crypto';
import { mongoMissing, testMongoServer } from '@vigil/store/testing';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type AccountApp, openAccountApp } from './fixtures/account-app.ts';
import { testPassword } from './fixtures/credentials.ts';
import { openSessionSecret } from './secrets/session-secret.ts';

const missing = mongoMissing(inject('mongodbUrl'));

describe.skipIf(missing !== null)(`accounts on MongoDB ${missing ?? ''}`, () => {
  const parts = new AsyncDisposableStack();
  let first: AccountApp;
  let second: AccountApp;

  beforeAll(async () => {
    const { url } = parts.use(await testMongoServer(inject('mongodbUrl')));
    const mongo = { url, databaseName: `vigil-accounts-${randomUUID().slice(0, 8)}` };
    first = parts.use(await openAccountApp({ mongo }));
    second = parts.use(await openAccountApp({ mongo, clock: first.clock }));
    parts.defer(() => first.store.clear());
  });
  afterAll(() => parts.disposeAsync());

  test('one administrator is made, one secret, and both processes know them', async () => {
    const told = await Promise.all([first, second, first].map(({ accounts }) => accounts.ensureFirstAdmin(null)));
    const [credentials, ...others] = told.filter((made) => made !== null);
    expect(others).toEqual([]);
    const payload = { ...credentials };
    expect((await second.send({ method: 'POST', url: '/api/v1/auth/sign-in', payload })).statusCode).toBe(200);
    const secrets = [first, second].map(({ store }) => openSessionSecret({ configured: null, dataFolder: '/nowhere', store }));
    expect(new Set(await Promise.all(secrets)).size).toBe(1);
  });

  test('sessions, users and keys live as they do on the embedded store', async () => {
    const admin = await first.addUser('admin');
    const cookie = await first.openSession(admin);
    const made = await first.send({
      method: 'POST',
      url: '/api/v1/users',
      payload: { email: 'user@vigil.example', name: 'User', role: 'operator', password: testPassword },
      cookie,
    });
    const { id, email } = made.json().user;
    const signIn = (password: string) =>
      second.send({ method: 'POST', url: '/api/v1/auth/sign-in', payload: { email, password } });
    const reply = await signIn(testPassword);
    expect(reply.json()).toMatchObject({ user: { id, role: 'operator' } });
    const sessions = `/api/v1/users/${id}/sessions`;
    expect((await first.send({ method: 'GET', url: sessions, cookie })).json().items).toHaveLength(1);
    expect((await first.send({ method: 'DELETE', url: sessions, cookie })).json()).toEqual({ ended: 1 });
    const { key } = (
      await first.send({ method: 'POST', url: '/api/v1/api-keys', payload: { name: 'k', scopes: ['admin'] }, cookie })
    ).json();
    const emails = (await second.send({ method: 'GET', url: '/api/v1/users?limit=200', key })).json().items;
    expect(emails.map((user: { email: string }) => user.email)).toContain(email);
    expect(
      (await first.send({ method: 'POST', url: '/api/v1/users', payload: { email, name: 'Twin', role: 'viewer' }, cookie }))
        .statusCode,
    ).toBe(409);
    expect((await first.send({ method: 'DELETE', url: `/api/v1/users/${id}`, cookie })).statusCode).toBe(204);
    expect((await signIn(testPassword)).statusCode).toBe(401);
  });

  test('attempts are counted over processes', async () => {
    const payload = { email: 'guessed@vigil.example', password: 'a wrong password' };
    const attempts = Array.from({ length: 10 }, (_, attempt) =>
      (attempt % 2 === 0 ? first : second).send({ method: 'POST', url: '/api/v1/auth/sign-in', payload }),
    );
    const statuses = (await Promise.all(attempts)).map(({ statusCode }) => statusCode);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
  });

  test('of two administrators who demote each other one stays', async () => {
    const before = await first.store.accounts.find('user', { where: [], limit: 100 });
    const [one, other] = [await first.addUser('admin'), await first.addUser('admin')];
    for (const { id } of before) {
      await first.store.accounts.update('user', [{ field: 'id', operator: 'eq', value: String(id), connector: 'AND' }], {
        role: 'viewer',
      });
    }
    const [cookie, otherCookie] = [await first.openSession(one), await second.openSession(other)];
    const replies = await Promise.all([
      first.send({ method: 'PATCH', url: `/api/v1/users/${other.id}`, payload: { role: 'viewer' }, cookie }),
      second.send({ method: 'PATCH', url: `/api/v1/users/${one.id}`, payload: { role: 'viewer' }, cookie: otherCookie }),
    ]);
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  });
});

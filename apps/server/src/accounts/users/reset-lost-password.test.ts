import { expect, test } from 'vitest';
import { openAccountApp } from '../fixtures/account-app.ts';
import { resetLostPassword } from './reset-lost-password.ts';

const url = '/api/v1/auth/sign-in';

test('the password of a first administrator whose making was cut off is replaced, and does not come back', async () => {
  await using service = await openAccountApp();
  const { accounts, store, clock, send } = service;
  const old = await accounts.ensureFirstAdmin({ email: 'chief@vigil.example', password: 'a configured password' });
  const [credential] = await store.accounts.find('account', { where: [], limit: 1 });
  await store.accounts.update('user', [], { pendingHash: credential.password });
  await store.accounts.remove('account', []);
  const { email, password, sessionsEnded } = await resetLostPassword({ store, clock }, 'CHIEF@vigil.example');
  expect(sessionsEnded).toBe(0);
  expect(await accounts.ensureFirstAdmin(null)).toBeNull();
  expect((await send({ method: 'POST', url, payload: old ?? {} })).statusCode).toBe(401);
  expect((await send({ method: 'POST', url, payload: { email, password } })).statusCode).toBe(200);
});

test('a disabled user gets a password that is of no use until somebody enables it, and nobody else is signed out', async () => {
  await using service = await openAccountApp();
  const { store, clock, send, addUser, openSession } = service;
  const [user, other] = [await addUser('viewer'), await addUser('operator')];
  const cookie = await openSession(other);
  await store.accounts.update('user', [{ field: 'id', operator: 'eq', value: user.id, connector: 'AND' }], { disabled: true });
  const { email, password, disabled } = await resetLostPassword({ store, clock }, user.email);
  expect(disabled).toBe(true);
  expect((await send({ method: 'POST', url, payload: { email, password } })).statusCode).toBe(401);
  expect((await send({ method: 'GET', url: '/api/v1/auth/session', cookie })).statusCode).toBe(200);
});

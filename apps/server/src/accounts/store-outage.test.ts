import { VigilError } from '@vigil/contracts';
import { expect, test } from 'vitest';
import { openAccountApp } from './fixtures/account-app.ts';
import { testPassword } from './fixtures/credentials.ts';

test('while the store is away requests are told so, and nobody is taken for signed out or locked', async () => {
  await using service = await openAccountApp();
  const { accounts, store, send, clock } = service;
  const user = await service.addUser('viewer');
  const cookie = await service.openSession(user);
  const signIn = () =>
    send({ method: 'POST', url: '/api/v1/auth/sign-in', payload: { email: user.email, password: testPassword } });
  const { find } = store.accounts;
  let isAway = true;
  store.accounts.find = async (...request) => {
    if (isAway) throw new VigilError('store-unavailable', 'The database does not answer');
    return await find(...request);
  };
  clock.move(60_000);
  const replies = [await send({ method: 'GET', url: '/api/v1/auth/session', cookie }), await signIn()];
  for (const reply of replies) {
    expect(reply.statusCode).toBe(503);
    expect(reply.json()).toMatchObject({ code: 'store-unavailable' });
    expect(reply.headers['retry-after']).toBe('5');
  }
  isAway = false;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    // the store goes while the password is checked
    const found = store.accounts.find;
    store.accounts.find = async (model, search) => {
      if (model === 'user') throw new VigilError('store-unavailable', 'The database does not answer');
      return await found(model, search);
    };
    expect((await signIn()).statusCode).toBe(503);
    store.accounts.find = found;
  }
  expect(await store.accounts.find('rateLimit', { where: [], limit: 10 })).toMatchObject([{ count: 0, lockedUntil: 0 }]);
  expect((await send({ method: 'GET', url: '/api/v1/auth/session', cookie })).statusCode).toBe(200);
  expect((await signIn()).statusCode).toBe(200);
  expect(accounts.context.cookieName).toBe('vigil_session');
});

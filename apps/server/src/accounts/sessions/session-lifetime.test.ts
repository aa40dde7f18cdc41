import { expect, test } from 'vitest';
import { cookieOf, openAccountApp } from '../fixtures/account-app.ts';
import { testPassword } from '../fixtures/credentials.ts';
import { equal } from '../users/user-records.ts';
import { callerCacheMs } from './caller-cache.ts';

const sessionUrl = '/api/v1/auth/session';
const sessionsUrl = '/api/v1/auth/sessions';

test('sessions are listed without their tokens, and ended one by one by their owner alone', async () => {
  await using service = await openAccountApp();
  const { send, addUser, openSession, store } = service;
  const [owner, other] = [await addUser('viewer'), await addUser('viewer')];
  const [desk, phone, stranger] = [await openSession(owner), await openSession(owner), await openSession(other)];
  const listed = (await send({ method: 'GET', url: sessionsUrl, cookie: desk })).json().items;
  expect(listed).toHaveLength(2);
  expect(listed.filter(({ current }: { current: boolean }) => current)).toHaveLength(1);
  for (const { token } of await store.accounts.find('session', { where: [], limit: 10 })) {
    expect(JSON.stringify(listed)).not.toContain(token);
  }
  const { id } = listed.find(({ current }: { current: boolean }) => !current);
  const url = `${sessionsUrl}/${id}`;
  expect((await send({ method: 'DELETE', url, cookie: stranger })).statusCode).toBe(404);
  expect((await send({ method: 'GET', url: sessionUrl, cookie: phone })).statusCode).toBe(200);
  expect((await send({ method: 'DELETE', url, cookie: desk })).statusCode).toBe(204);
  expect((await send({ method: 'GET', url: sessionUrl, cookie: phone })).statusCode).toBe(401);
  expect((await send({ method: 'GET', url: sessionUrl, cookie: desk })).statusCode).toBe(200);
  expect((await send({ method: 'DELETE', url, cookie: desk })).statusCode).toBe(404);
});

test('what one process ends, another stops believing within two seconds', async () => {
  await using first = await openAccountApp();
  await using second = await openAccountApp({ file: first.file, clock: first.clock });
  const admin = await first.addUser('admin');
  const user = await first.addUser('operator');
  const [adminCookie, cookie] = [await first.openSession(admin), await first.openSession(user)];
  const usersUrl = `/api/v1/users/${user.id}`;
  const seen = async () => (await second.accounts.authenticate(await requestWith(second, cookie)))?.role ?? null;
  expect(await seen()).toBe('operator');
  await first.send({ method: 'PATCH', url: usersUrl, payload: { role: 'viewer' }, cookie: adminCookie });
  expect(await seen()).toBe('operator');
  first.clock.move(callerCacheMs);
  expect(await seen()).toBe('viewer');
  await first.send({ method: 'PATCH', url: usersUrl, payload: { disabled: true }, cookie: adminCookie });
  expect((await first.send({ method: 'GET', url: sessionUrl, cookie })).statusCode).toBe(401);
  first.clock.move(callerCacheMs);
  expect(await seen()).toBeNull();
  await first.send({ method: 'PATCH', url: usersUrl, payload: { disabled: false }, cookie: adminCookie });
  first.clock.move(callerCacheMs);
  expect(await seen()).toBeNull();
});

test('a user that was disabled behind our back has no session', async () => {
  await using service = await openAccountApp();
  const { store, clock, send } = service;
  const user = await service.addUser('viewer');
  const cookie = await service.openSession(user);
  await store.accounts.update('user', [equal('id', user.id)], { disabled: true });
  clock.move(callerCacheMs);
  expect((await send({ method: 'GET', url: sessionUrl, cookie })).statusCode).toBe(401);
});

test('a session that has run out is nobody, and is removed', async () => {
  await using service = await openAccountApp();
  const user = await service.addUser('viewer');
  const [old, another] = [await service.openSession(user), await service.openSession(user)];
  const past = new Date(Date.now() - 1000).toISOString();
  await service.store.accounts.update('session', [equal('token', tokenOf(old))], { expiresAt: past });
  expect((await service.send({ method: 'GET', url: sessionUrl, cookie: old })).statusCode).toBe(401);
  expect((await service.send({ method: 'GET', url: sessionsUrl, cookie: another })).json().items).toHaveLength(1);
  expect(await service.store.accounts.count('session', [])).toBe(1);
});

test('asking for the session prolongs it, other requests do not', async () => {
  await using service = await openAccountApp();
  const { store, send } = service;
  const cookie = await service.openSession(await service.addUser('viewer'));
  const soon = new Date(Date.now() + 3_600_000).toISOString();
  await store.accounts.update('session', [], { expiresAt: soon });
  await send({ method: 'GET', url: sessionsUrl, cookie });
  expect(await store.accounts.find('session', { where: [], limit: 1 })).toMatchObject([{ expiresAt: soon }]);
  const reply = await send({ method: 'GET', url: sessionUrl, cookie });
  expect(Date.parse(reply.json().session.expiresAt) - Date.now()).toBeGreaterThan(6.9 * 24 * 3_600_000);
  expect(cookieOf(reply)).toBe(cookie);
});

test('a changed password ends all other sessions, and is asked for from then on', async () => {
  await using service = await openAccountApp();
  const { send, openSession } = service;
  const user = await service.addUser('viewer');
  const [desk, phone] = [await openSession(user), await openSession(user)];
  const change = (currentPassword: string, cookie: string) =>
    send({
      method: 'POST',
      url: '/api/v1/auth/change-password',
      payload: { currentPassword, newPassword: 'another good password' },
      cookie,
    });
  expect((await change('a wrong password', desk)).json()).toMatchObject({
    code: 'forbidden',
    message: 'The current password is wrong',
  });
  const changed = await change(testPassword, desk);
  expect(changed.statusCode).toBe(204);
  const statuses = [];
  for (const cookie of [desk, phone, cookieOf(changed)]) {
    statuses.push((await send({ method: 'GET', url: sessionUrl, cookie })).statusCode);
  }
  expect(statuses).toEqual([401, 401, 200]);
  const signIn = async (password: string) =>
    (await send({ method: 'POST', url: '/api/v1/auth/sign-in', payload: { email: user.email, password } })).statusCode;
  expect(await signIn(testPassword)).toBe(401);
  expect(await signIn('another good password')).toBe(200);
});

test('a password is the own one once its owner has chosen it, until somebody gives another', async () => {
  await using service = await openAccountApp();
  const { send } = service;
  const user = await service.addUser('viewer');
  const admin = await service.openSession(await service.addUser('admin'));
  const isOwn = async (cookie: string) => (await send({ method: 'GET', url: sessionUrl, cookie })).json().passwordIsOwn;
  const cookie = await service.openSession(user);
  expect(await isOwn(cookie)).toBe(false);
  const payload = { currentPassword: testPassword, newPassword: 'another good password' };
  const changed = await send({ method: 'POST', url: '/api/v1/auth/change-password', payload, cookie });
  expect(await isOwn(cookieOf(changed))).toBe(true);
  const signIn = async (password: string) =>
    (await send({ method: 'POST', url: '/api/v1/auth/sign-in', payload: { email: user.email, password } })).json();
  expect(await signIn('another good password')).toMatchObject({ passwordIsOwn: true });
  const reset = await send({ method: 'POST', url: `/api/v1/users/${user.id}/password`, payload: {}, cookie: admin });
  expect(await signIn(reset.json().password)).toMatchObject({ passwordIsOwn: false });
});

test('nobody guesses the password of a session that was left open', async () => {
  await using service = await openAccountApp();
  const user = await service.addUser('viewer');
  const cookie = await service.openSession(user);
  for (let failure = 0; failure < 4; failure += 1) await service.accounts.context.lock.begin(['change-password', user.id]);
  const payload = { currentPassword: 'a wrong password', newPassword: 'another good password' };
  const change = () => service.send({ method: 'POST', url: '/api/v1/auth/change-password', payload, cookie });
  expect((await change()).statusCode).toBe(403);
  expect((await change()).statusCode).toBe(429);
});

function tokenOf(cookie: string): string {
  return decodeURIComponent(cookie)
    .replace(/^vigil_session=/, '')
    .split('.')[0];
}

async function requestWith({ app }: Awaited<ReturnType<typeof openAccountApp>>, cookie: string) {
  return { method: 'GET', headers: { cookie }, ip: '127.0.0.1', host: 'vigil.example', log: app.log } as never;
}

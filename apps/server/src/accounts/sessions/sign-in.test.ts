import { expect, test } from 'vitest';
import { cookieOf, openAccountApp } from '../fixtures/account-app.ts';
import { testPassword } from '../fixtures/credentials.ts';

const signInUrl = '/api/v1/auth/sign-in';
const sessionUrl = '/api/v1/auth/session';

test('signing in opens a session that lasts until it is ended', async () => {
  await using service = await openAccountApp();
  const { send, addUser } = service;
  const { email, id } = await addUser('operator');
  const reply = await send({
    method: 'POST',
    url: signInUrl,
    payload: { email: email.toUpperCase(), password: testPassword },
    headers: { 'user-agent': 'Browser of a test', 'x-vigil-client-address': '203.0.113.9', 'x-forwarded-for': '203.0.113.9' },
  });
  expect(reply.json()).toMatchObject({
    user: { id, email, role: 'operator', disabled: false, lastSignInAt: expect.any(String) },
    session: { userId: id, current: true, ipAddress: '127.0.0.1', userAgent: 'Browser of a test' },
  });
  expect(reply.headers['set-cookie']).toEqual([
    expect.stringMatching(/^vigil_session=[^;]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/),
  ]);
  const cookie = cookieOf(reply);
  expect((await send({ method: 'GET', url: sessionUrl, cookie })).json()).toEqual(reply.json());
  const out = await send({ method: 'POST', url: '/api/v1/auth/sign-out', cookie });
  expect(out.statusCode).toBe(204);
  expect(out.headers['set-cookie']).toEqual([expect.stringMatching(/^vigil_session=; Max-Age=0; /)]);
  expect((await send({ method: 'GET', url: sessionUrl, cookie })).statusCode).toBe(401);
});

test('over TLS the cookie is bound to it and to the host', async () => {
  await using service = await openAccountApp({ secureCookies: true });
  const { email } = await service.addUser('viewer');
  const reply = await service.send({ method: 'POST', url: signInUrl, payload: { email, password: testPassword } });
  expect(reply.headers['set-cookie']).toEqual([
    expect.stringMatching(/^__Host-vigil_session=[^;]+; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
  ]);
  const cookie = cookieOf(reply);
  expect((await service.send({ method: 'GET', url: sessionUrl, cookie })).statusCode).toBe(200);
  const unprefixed = cookie.replace('__Host-', '');
  expect((await service.send({ method: 'GET', url: sessionUrl, cookie: unprefixed })).statusCode).toBe(401);
});

test('an unknown user, a wrong password and a disabled user are told the same, and noted', async () => {
  await using service = await openAccountApp();
  const { send, addUser, accounts, store } = service;
  const { email } = await addUser('viewer');
  const disabled = await addUser('viewer');
  await store.accounts.update('user', [{ field: 'id', operator: 'eq', value: disabled.id, connector: 'AND' }], {
    disabled: true,
  });
  const attempts = [
    { email: 'nobody@vigil.example', password: testPassword },
    { email, password: 'not the password' },
    { email: disabled.email, password: testPassword },
  ];
  for (const payload of attempts) {
    const reply = await send({ method: 'POST', url: signInUrl, payload });
    expect(reply.json()).toEqual({
      code: 'not-signed-in',
      message: 'The e-mail address or the password is wrong',
      requestId: expect.any(String),
    });
    expect(reply.statusCode).toBe(401);
    expect(reply.headers['set-cookie']).toBeUndefined();
  }
  expect(await store.accounts.count('session', [])).toBe(0);
  const { items } = await accounts.context.store.audit.list({ limit: 10, filter: { action: 'session.sign-in' } });
  expect(items.map(({ outcome, details, actor }) => [actor.kind, outcome, details.email])).toEqual(
    attempts.map(({ email: tried }) => ['anonymous', 'refused', tried]).toReversed(),
  );
});

test('a cookie that was not given out is nobody', async () => {
  await using service = await openAccountApp();
  const cookie = await service.openSession(await service.addUser('viewer'));
  const forged = [
    cookie.replace(/.{3}$/, 'AAA'),
    cookie.split('.')[0],
    'vigil_session=',
    cookie.replace('vigil_session', 'other'),
    'vigil_session=%FF%00%C3',
    `__Host-${cookie}`,
  ];
  for (const given of forged) {
    expect((await service.send({ method: 'GET', url: sessionUrl, cookie: given })).statusCode).toBe(401);
  }
  expect((await service.send({ method: 'GET', url: sessionUrl, cookie: `other=1; ${cookie}; x` })).statusCode).toBe(200);
});

test('a malformed sign-in is refused and not taken for an attempt', async () => {
  await using service = await openAccountApp();
  const malformed = [
    {},
    { email: 'a@b.example' },
    { email: 'a@b.example', password: { $ne: null } },
    { email: 'a', password: 'b' },
    { email: 'a@b.example', password: 'x'.repeat(129) },
    { email: 'a@b.example', password: 'b', role: 'admin' },
  ];
  for (const payload of malformed) {
    const reply = await service.send({ method: 'POST', url: signInUrl, payload });
    expect(reply.json()).toMatchObject({ code: 'bad-request' });
  }
  expect(await service.store.accounts.count('rateLimit', [])).toBe(0);
});

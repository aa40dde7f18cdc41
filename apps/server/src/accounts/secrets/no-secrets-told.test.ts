import diagnostics from 'node:diagnostics_channel';
import type { InjectOptions } from 'fastify';
import { expect, test } from 'vitest';
import { cookieOf, openAccountApp } from '../fixtures/account-app.ts';

/** Everything that accounts do, once, with each reply; told are the secrets that a reply may hold, because it is what was asked for. */
test('no log and no reply holds a password, a hash, a cookie, a token or a key that it is not there to tell', async () => {
  const connections: unknown[] = [];
  const watch = (message: unknown): void => void connections.push(message);
  diagnostics.subscribe('net.client.socket', watch);
  await using service = await openAccountApp();
  const { accounts, send, store } = service;
  const replies: string[] = [];
  const secrets = new Map<string, string>();
  const ask = async (request: InjectOptions & { cookie?: string; key?: string }) => {
    const reply = await send(request);
    replies.push(`${reply.body} ${JSON.stringify(reply.headers)}`);
    return reply;
  };
  const signIn = (email: string, password: string) =>
    ask({ method: 'POST', url: '/api/v1/auth/sign-in', payload: { email, password } });
  const first = await accounts.ensureFirstAdmin(null);
  secrets.set('generated first password', first?.password ?? '');
  const cookie = cookieOf(await signIn(first?.email ?? '', first?.password ?? ''));
  secrets.set('cookie', cookie.replace('vigil_session=', ''));
  secrets.set('wrong password', 'a wrong password');
  await signIn(first?.email ?? '', 'a wrong password');
  await signIn('nobody@vigil.example', 'a wrong password');
  secrets.set('given password', 'the given password');
  const made = await ask({
    method: 'POST',
    url: '/api/v1/users',
    payload: { email: 'user@vigil.example', name: 'User', role: 'viewer', password: 'the given password' },
    cookie,
  });
  const { id } = made.json().user;
  const reset = await ask({ method: 'POST', url: `/api/v1/users/${id}/password`, payload: {}, cookie });
  secrets.set('reset password', reset.json().password);
  await ask({ method: 'POST', url: '/api/v1/users', payload: { email: 'no', password: 'the given password' }, cookie });
  const created = await ask({
    method: 'POST',
    url: '/api/v1/api-keys',
    payload: { name: 'k', scopes: ['read', 'admin'] },
    cookie,
  });
  const { key } = created.json();
  secrets.set('API key', key);
  await ask({ method: 'GET', url: '/api/v1/api-keys', key });
  await ask({ method: 'GET', url: '/api/v1/api-keys', headers: { authorization: `Bearer ${key}x` } });
  secrets.set('new password', 'the next password');
  const change = { currentPassword: 'the next password', newPassword: 'the next password' };
  await ask({ method: 'POST', url: '/api/v1/auth/change-password', payload: change, cookie });
  await ask({
    method: 'POST',
    url: '/api/v1/auth/change-password',
    payload: { ...change, currentPassword: first?.password },
    cookie,
  });
  const again = cookieOf(await signIn(first?.email ?? '', 'the next password'));
  secrets.set('second cookie', again.replace('vigil_session=', ''));
  for (const url of ['/api/v1/auth/session', '/api/v1/auth/sessions', '/api/v1/users', `/api/v1/users/${id}`, '/api/v1/audit']) {
    expect((await ask({ method: 'GET', url, cookie: again })).statusCode).toBe(200);
  }
  for (const { token } of await store.accounts.find('session', { where: [], limit: 10 })) secrets.set('token', String(token));
  for (const { password } of await store.accounts.find('account', { where: [], limit: 10 }))
    secrets.set(`hash ${String(password)}`, String(password));
  const [stored] = (await store.apiKeys.list({ limit: 1 })).items;
  secrets.set('hash of the key', stored.hash);
  await ask({ method: 'POST', url: '/api/v1/auth/sign-out', cookie: again });
  diagnostics.unsubscribe('net.client.socket', watch);

  const told = new Map([
    ['reset password', reset.body],
    ['API key', created.body],
  ]);
  const { items } = await store.audit.list({ limit: 200 });
  for (const [name, secret] of secrets) {
    expect(secret.length).toBeGreaterThan(8);
    expect(service.logged(), `${name} in the log`).not.toContain(secret);
    expect(JSON.stringify(items), `${name} in the audit log`).not.toContain(secret);
    const tellers = replies.filter((reply) => {
      const sets = /cookie|token/.test(name) && reply.includes('set-cookie');
      return reply.includes(secret) && !sets && !reply.startsWith(told.get(name) ?? 'nothing');
    });
    expect(tellers, `${name} in a reply`).toEqual([]);
  }
  expect(service.logged().length).toBeGreaterThan(1000);
  expect(items.map(({ action }) => action)).toEqual(
    expect.arrayContaining([
      'session.sign-in',
      'user.create',
      'user.reset-password',
      'api-key.create',
      'user.change-password',
      'session.sign-out',
    ]),
  );
  expect(connections, 'connections to elsewhere').toEqual([]);
});

import { expect, test } from 'vitest';
import { openAccountApp } from '../fixtures/account-app.ts';

const signInUrl = '/api/v1/auth/sign-in';

test('processes that start at once make one administrator, and one of them tells its password', async () => {
  await using first = await openAccountApp();
  const { file } = first;
  await using second = await openAccountApp({ file });
  await using third = await openAccountApp({ file });
  const told = await Promise.all([first, second, third].map(({ accounts }) => accounts.ensureFirstAdmin(null)));
  const credentials = told.filter((made) => made !== null);
  expect(credentials).toEqual([{ email: 'admin@vigil.local', password: expect.stringMatching(/^(\w{5}-){3}\w{5}$/) }]);
  expect(await first.store.accounts.count('user', [])).toBe(1);
  expect(await first.store.accounts.count('account', [])).toBe(1);
  const reply = await second.send({ method: 'POST', url: signInUrl, payload: credentials[0] });
  expect(reply.json()).toMatchObject({ user: { role: 'admin', email: 'admin@vigil.local' } });
  expect(await third.accounts.ensureFirstAdmin(null)).toBeNull();
  expect((await third.store.audit.list({ limit: 10, filter: { action: 'user.create' } })).items).toMatchObject([
    { actor: { kind: 'system' }, target: 'user:first-admin', details: { role: 'admin' } },
  ]);
});

test('a configured administrator is made once, and a later configuration changes nothing', async () => {
  await using service = await openAccountApp();
  const { accounts, send } = service;
  const configured = { email: 'Chief@vigil.example', password: 'a configured password' };
  expect(await accounts.ensureFirstAdmin(configured)).toEqual(configured);
  expect(await accounts.ensureFirstAdmin({ ...configured, password: 'another password' })).toBeNull();
  expect((await send({ method: 'POST', url: signInUrl, payload: configured })).statusCode).toBe(200);
});

test('where a process died while it made the administrator, the next one ends the work', async () => {
  await using service = await openAccountApp();
  const { accounts, store, send } = service;
  const made = await accounts.ensureFirstAdmin({ email: 'chief@vigil.example', password: 'a configured password' });
  const [credential] = await store.accounts.find('account', { where: [], limit: 1 });
  await store.accounts.update('user', [], { pendingHash: credential.password });
  await store.accounts.remove('account', []);
  expect((await send({ method: 'POST', url: signInUrl, payload: made ?? {} })).statusCode).toBe(401);
  expect(await accounts.ensureFirstAdmin(null)).toBeNull();
  expect((await send({ method: 'POST', url: signInUrl, payload: made ?? {} })).statusCode).toBe(200);
  const [user] = await store.accounts.find('user', { where: [], limit: 1 });
  expect(user.pendingHash).toBeNull();
});

test.each([
  { email: 'chief@localhost', password: 'a configured password' },
  { email: 'chief@vigil.example', password: 'x'.repeat(129) },
])('what nobody could sign in with is refused', async (configured) => {
  await using service = await openAccountApp();
  const refused: unknown = await service.accounts.ensureFirstAdmin(configured).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'bad-request', message: expect.stringContaining('cannot be made as configured') });
  expect(JSON.stringify(refused)).not.toContain(configured.password);
  expect(await service.store.accounts.count('user', [])).toBe(0);
});

import { expect, test } from 'vitest';
import { openAccountApp } from '../fixtures/account-app.ts';

const url = '/api/v1/users';

test('an administrator makes users, with a password that is generated or given', async () => {
  await using service = await openAccountApp();
  const { send } = service;
  const cookie = await service.openSession(await service.addUser('admin'));
  const make = (payload: object) => send({ method: 'POST', url, payload, cookie });
  const generated = await make({ email: 'New@Vigil.example', name: ' Somebody ', role: 'operator' });
  expect(generated.statusCode).toBe(201);
  expect(generated.json()).toMatchObject({
    user: { email: 'new@vigil.example', name: 'Somebody', role: 'operator', disabled: false, lastSignInAt: null },
    password: expect.stringMatching(/^(\w{5}-){3}\w{5}$/),
  });
  const { user, password } = generated.json();
  const signIn = await send({ method: 'POST', url: '/api/v1/auth/sign-in', payload: { email: user.email, password } });
  expect(signIn.statusCode).toBe(200);
  expect((await send({ method: 'GET', url: `${url}/${user.id}`, cookie })).json().lastSignInAt).not.toBeNull();
  const given = await make({ email: 'other@vigil.example', name: 'Other', role: 'viewer', password: 'a good password' });
  expect(given.json()).toMatchObject({ password: null });
  const again = await make({ email: 'NEW@vigil.example', name: 'Twin', role: 'admin', password: 'a good password' });
  expect(again.json()).toMatchObject({ code: 'conflict', message: 'There is a user with the address new@vigil.example already' });
  expect(await service.store.accounts.count('account', [])).toBe(3);
  const refused = await Promise.all(
    [
      { email: 'x@vigil.example', name: '', role: 'viewer' },
      { email: 'x@vigil.example', name: 'x', role: 'owner' },
      { email: 'x', name: 'x', role: 'viewer' },
      { email: 'x@vigil.example', name: 'x', role: 'viewer', password: 'too short' },
      { email: 'x@vigil.example', name: 'x', role: 'viewer', disabled: false },
    ].map(make),
  );
  expect(refused.map(({ statusCode }) => statusCode)).toEqual([400, 400, 400, 400, 400]);
});

test('users come in pages, by e-mail address', async () => {
  await using service = await openAccountApp();
  const cookie = await service.openSession(await service.addUser('admin'));
  for (let user = 0; user < 4; user += 1) await service.addUser('viewer');
  const emails: string[] = [];
  let cursor: string | null = '';
  do {
    const page = await service.send({ method: 'GET', url: `${url}?limit=2${cursor && `&cursor=${cursor}`}`, cookie });
    emails.push(...page.json().items.map(({ email }: { email: string }) => email));
    cursor = page.json().nextCursor as string | null;
  } while (cursor !== null);
  expect(emails).toEqual([...emails].toSorted());
  expect(emails).toHaveLength(5);
  expect((await service.send({ method: 'GET', url: `${url}?cursor=AAAA`, cookie })).statusCode).toBe(400);
});

test('one administrator always stays', async () => {
  await using service = await openAccountApp();
  const { send, store } = service;
  const admin = await service.addUser('admin');
  const cookie = await service.openSession(admin);
  const self = `${url}/${admin.id}`;
  const attempts = [
    await send({ method: 'PATCH', url: self, payload: { role: 'operator' }, cookie }),
    await send({ method: 'PATCH', url: self, payload: { disabled: true }, cookie }),
    await send({ method: 'DELETE', url: self, cookie }),
  ];
  for (const reply of attempts)
    expect(reply.json()).toMatchObject({ code: 'conflict', message: expect.stringContaining('last') });
  expect((await send({ method: 'PATCH', url: self, payload: { name: 'Chief' }, cookie })).json()).toMatchObject({
    name: 'Chief',
  });
  const disabled = await service.addUser('admin');
  await send({ method: 'PATCH', url: `${url}/${disabled.id}`, payload: { disabled: true }, cookie });
  expect((await send({ method: 'DELETE', url: self, cookie })).statusCode).toBe(409);
  expect(await store.audit.count({ action: 'user.change' }, 10)).toBe(2);
});

test('two administrators who demote each other at once do not both succeed', async () => {
  await using first = await openAccountApp();
  await using second = await openAccountApp({ file: first.file, clock: first.clock });
  const [one, other] = [await first.addUser('admin'), await first.addUser('admin')];
  const [cookie, otherCookie] = [await first.openSession(one), await first.openSession(other)];
  const replies = await Promise.all([
    first.send({ method: 'PATCH', url: `${url}/${other.id}`, payload: { role: 'viewer' }, cookie }),
    second.send({ method: 'PATCH', url: `${url}/${one.id}`, payload: { disabled: true }, cookie: otherCookie }),
    first.send({ method: 'DELETE', url: `${url}/${one.id}`, cookie }),
  ]);
  expect(replies.map(({ statusCode }) => statusCode < 300).filter(Boolean)).toHaveLength(1);
  const admins = (await first.store.accounts.find('user', { where: [], limit: 10 })).filter(
    ({ role, disabled }) => role === 'admin' && disabled === false,
  );
  expect(admins).toHaveLength(1);
});

test('who is disabled, removed or given another password is signed out everywhere', async () => {
  await using service = await openAccountApp();
  const { send, store } = service;
  const cookie = await service.openSession(await service.addUser('admin'));
  const user = await service.addUser('operator');
  const open = async () =>
    (await send({ method: 'GET', url: `${url}/${user.id}/sessions`, cookie })).json().items.length as number;
  const afterEach: number[] = [];
  const actions = [
    { method: 'PATCH', url: `${url}/${user.id}`, payload: { disabled: true } },
    { method: 'PATCH', url: `${url}/${user.id}`, payload: { disabled: false } },
    { method: 'POST', url: `${url}/${user.id}/password`, payload: {} },
    { method: 'DELETE', url: `${url}/${user.id}/sessions` },
  ] as const;
  for (const action of actions) {
    await service.openSession(user);
    expect((await send({ ...action, cookie })).statusCode).toBe(200);
    afterEach.push(await open());
  }
  expect(afterEach).toEqual([0, 1, 0, 0]);
  const userCookie = await service.openSession(user);
  const made = await send({
    method: 'POST',
    url: '/api/v1/api-keys',
    payload: { name: 'k', scopes: ['read'] },
    cookie: userCookie,
  });
  await store.reviewMarks.insert({ id: 'mark', userId: user.id, incidentId: 'i-1' });
  await store.savedViews.insert({ id: user.id, views: [] });
  expect((await send({ method: 'DELETE', url: `${url}/${user.id}`, cookie })).statusCode).toBe(204);
  expect([await store.reviewMarks.count({}, 9), await store.savedViews.count({}, 9)]).toEqual([0, 0]);
  expect((await send({ method: 'GET', url: '/api/v1/auth/session', cookie: userCookie })).statusCode).toBe(401);
  expect(await store.apiKeys.get(made.json().id)).toMatchObject({ revokedAt: expect.any(String) });
  expect(await store.accounts.count('account', [])).toBe(1);
  expect((await send({ method: 'GET', url: `${url}/${user.id}`, cookie })).statusCode).toBe(404);
});

test('a password that an administrator sets is the one that counts', async () => {
  await using service = await openAccountApp();
  const { send } = service;
  const cookie = await service.openSession(await service.addUser('admin'));
  const user = await service.addUser('viewer');
  const set = await send({ method: 'POST', url: `${url}/${user.id}/password`, payload: { password: 'set by an admin' }, cookie });
  expect(set.json()).toEqual({ password: null });
  const payload = { email: user.email, password: 'set by an admin' };
  expect((await send({ method: 'POST', url: '/api/v1/auth/sign-in', payload })).statusCode).toBe(200);
  expect((await send({ method: 'POST', url: `${url}/nobody/password`, payload: {}, cookie })).statusCode).toBe(404);
});

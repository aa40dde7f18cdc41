import { expect, test } from 'vitest';
import { openAccountApp } from '../accounts/fixtures/account-app.ts';
import { testPassword } from '../accounts/fixtures/credentials.ts';

const url = '/api/v1/audit';

test('changes and sign-ins are told with who, what, when and from where', async () => {
  await using service = await openAccountApp();
  const { send } = service;
  const admin = await service.addUser('admin');
  const cookie = await service.openSession(admin);
  const list = async (query: string) => (await send({ method: 'GET', url: `${url}?${query}`, cookie })).json();
  const payload = { email: admin.email, password: testPassword };
  await send({ method: 'POST', url: '/api/v1/auth/sign-in', payload, remoteAddress: '192.0.2.9' });
  service.clock.move(1000);
  const since = new Date(service.clock()).toISOString();
  const user = await service.addUser('viewer');
  const change = await send({
    method: 'PATCH',
    url: `/api/v1/users/${user.id}`,
    payload: { role: 'operator' },
    cookie,
    headers: { 'x-request-id': 'request-of-a-test' },
  });
  expect(change.statusCode).toBe(200);
  expect((await list('action=session.sign-in')).items).toMatchObject([
    {
      actor: { kind: 'user', id: admin.id },
      outcome: 'done',
      ipAddress: '192.0.2.9',
      target: expect.stringMatching(/^session:/),
    },
  ]);
  const changed = await list(`from=${since}`);
  expect(changed.items).toMatchObject([
    {
      action: 'user.change',
      actor: { kind: 'user', id: admin.id, name: admin.id },
      target: `user:${user.id}`,
      details: { before: { role: 'viewer' }, after: { role: 'operator' } },
      requestId: 'request-of-a-test',
      createdAt: since,
    },
  ]);
  expect((await list(`target=user:${user.id}&actorId=${admin.id}`)).items).toEqual(changed.items);
  expect((await list(`before=${since}`)).items).toHaveLength(1);
  expect((await list('actorId=nobody')).items).toEqual([]);
  const first = await list('limit=1');
  expect((await list(`limit=1&cursor=${first.nextCursor}`)).items).toMatchObject([{ action: 'session.sign-in' }]);
});

test.each([
  'action=everything',
  'from=yesterday',
  'limit=0',
  'limit=201',
  'cursor=x',
  'actor=x',
  'from=2026-01-01T00:00:00Z&from=x',
])('%s is refused', async (query) => {
  await using service = await openAccountApp();
  const cookie = await service.openSession(await service.addUser('admin'));
  expect((await service.send({ method: 'GET', url: `${url}?${query}`, cookie })).json()).toMatchObject({ code: 'bad-request' });
});

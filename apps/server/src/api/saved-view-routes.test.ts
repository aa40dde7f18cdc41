import { afterAll, beforeAll, expect, it } from 'vitest';
import { removeSavedViewsOf } from '../saved-views/saved-views.ts';
import { peopleRoutes } from './people-routes.ts';
import { savedViewRoutes } from './saved-view-routes.ts';
import { type ApiBench, openApiBench } from './testing/api-bench.ts';

let bench: ApiBench;
beforeAll(async () => {
  bench = await openApiBench((context) => [...savedViewRoutes(context), ...peopleRoutes(context)]);
});
afterAll(async () => await bench[Symbol.asyncDispose]());

const url = '/api/v1/saved-views';
const add = (name: string, query = 'status=new', as: 'viewer' | 'operator' = 'viewer') =>
  bench.send({ method: 'POST', url, body: { name, query }, as });
const views = async (as: 'viewer' | 'operator' = 'viewer') => (await bench.send({ url, as })).body.items;

it('views are kept, changed and removed, each by who made them', async () => {
  expect(await views()).toEqual([]);
  const made = await add(' Nights ', 'from=-24h&kind=pose.fall&text=a%20b');
  expect(made).toMatchObject({ status: 201, body: { name: 'Nights', query: 'from=-24h&kind=pose.fall&text=a%20b' } });
  const { id } = made.body;
  await add('Alarms');
  expect((await add('Alarms')).body.code).toBe('conflict');
  const replace = (name: string, as: 'viewer' | 'operator' = 'viewer') =>
    bench.send({ method: 'PUT', url: `${url}/${id}`, body: { name, query: '' }, as });
  expect((await replace('Alarms')).status).toBe(409);
  expect((await replace('Days', 'operator')).status).toBe(404);
  expect((await replace('Days')).body).toEqual({ id, name: 'Days', query: '' });
  expect(await views()).toMatchObject([{ name: 'Days' }, { name: 'Alarms' }]);
  expect(await views('operator')).toEqual([]);
  const remove = () => bench.send({ method: 'DELETE', url: `${url}/${id}`, as: 'viewer' });
  expect((await remove()).status).toBe(204);
  expect((await remove()).status).toBe(404);
  await removeSavedViewsOf(bench.context.store, 'user-viewer');
  expect(await views()).toEqual([]);
});

it('50 views are kept, also where many come at once', async () => {
  const replies = await Promise.all(Array.from({ length: 53 }, (_, n) => add(`View ${n}`, '', 'operator')));
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(50);
  expect(replies.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'conflict' });
  expect(await views('operator')).toHaveLength(50);
});

it.each([
  [{ name: '', query: '' }],
  [{ name: 'a'.repeat(61), query: '' }],
  [{ name: 'a', query: '"><script>' }],
  [{ name: 'a', query: 'a'.repeat(2001) }],
  [{ name: 'a' }],
  [{ id: 'x', name: 'a', query: '' }],
])('refuses %j', async (body) => {
  expect((await bench.send({ method: 'POST', url, body })).status).toBe(400);
});

it('everybody may know the names of the users, and nothing else of them', async () => {
  const createdAt = '2026-11-01T08:00:00.000Z';
  const user = { email: 'zoe@example.com', role: 'admin', disabled: false, createdAt, lastSignInAt: null };
  await bench.context.store.accounts.create('user', { ...user, id: 'u-2', name: 'Zoe' });
  await bench.context.store.accounts.create('user', {
    ...user,
    id: 'u-1',
    email: 'ana@example.com',
    name: 'Ana',
    disabled: true,
  });
  expect((await bench.send({ url: '/api/v1/people', as: 'viewer' })).body).toEqual({
    items: [
      { id: 'u-1', name: 'Ana', disabled: true },
      { id: 'u-2', name: 'Zoe', disabled: false },
    ],
  });
});

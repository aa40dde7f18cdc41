import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiBench, openApiBench } from './testing/api-bench.ts';
import { addIncident, addVideo } from './testing/sample-records.ts';
import { similarRoutes } from './similar-routes.ts';

/** A vector of looks with the given first numbers. */
const looks = (...values: number[]): string =>
  Buffer.from(Int8Array.from({ length: 96 }, (_, i) => values[i] ?? 0)).toString('base64');

let bench: ApiBench;

beforeAll(async () => {
  bench = await openApiBench(similarRoutes);
  const { store } = bench.context;
  await addVideo(store, 'v-1');
  const add = async (id: string, appearance: string | null) => await addIncident(store, id, { appearance });
  await add('asked', looks(100, 0, 20));
  await add('alike', looks(50, 0, 11));
  await add('across', looks(0, 120));
  await add('against', looks(-100, 0, -20));
  await add('unseen', null);
});
afterAll(async () => await bench[Symbol.asyncDispose]());

test('the most alike comes first, those that nobody looked at are left out', async () => {
  const { status, body } = await bench.send({ url: '/api/v1/incidents/asked/similar' });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    items: [{ incident: { id: 'alike' } }, { incident: { id: 'across' }, similarity: 0 }, { incident: { id: 'against' } }],
    compared: 3,
    complete: true,
    reason: null,
  });
});

test('as many as are asked for', async () => {
  const { body } = await bench.send({ url: '/api/v1/incidents/asked/similar?limit=1' });
  expect(body.items).toMatchObject([{ incident: { id: 'alike' } }]);
  expect((await bench.send({ url: '/api/v1/incidents/asked/similar?limit=0' })).status).toBe(400);
});

test('an incident without looks says why there is nothing', async () => {
  const { body } = await bench.send({ url: '/api/v1/incidents/unseen/similar' });
  expect(body).toMatchObject({ items: [], reason: 'Nothing that moves was looked at in this incident' });
});

test('an incident that is not there', async () => {
  expect((await bench.send({ url: '/api/v1/incidents/nowhere/similar' })).status).toBe(404);
});

import { VigilError } from '@vigil/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RouteDefinition } from '../http/route.ts';
import { apiRoutes } from './api-routes.ts';
import { type ApiBench, openApiBench } from './testing/api-bench.ts';
import { addVideo } from './testing/sample-records.ts';

let bench: ApiBench;
let routes: readonly RouteDefinition[] = [];
let gone = false;

beforeAll(async () => {
  bench = await openApiBench((context) => {
    const store = new Proxy(context.store, { get: (target, name) => whileThere(Reflect.get(target, name)) });
    routes = apiRoutes({ ...context, store }, { routes: () => [] });
    return routes;
  });
  await addVideo(bench.context.store, 'v-1');
});
afterAll(async () => await bench[Symbol.asyncDispose]());

/** A part of the store that answers as it does while the database is away, for as long as that is `gone`. */
function whileThere(part: unknown): unknown {
  if (typeof part !== 'object' || part === null) return part;
  const refuse = async (): Promise<never> => {
    throw new VigilError('store-unavailable', 'The database does not answer');
  };
  return new Proxy(part, { get: (target, name) => (gone ? refuse : Reflect.get(target, name)) });
}

/** What routes cannot be asked without, by the end of their address. */
const neededQueries: Readonly<Record<string, string>> = {
  activity: '?left=0&top=0&right=1&bottom=1',
  frame: '?seconds=1',
};

it('while the database is away every route that reads it says so and when to come back, and works when it is back', async () => {
  const addresses = routes
    .filter(({ method, url }) => method === 'GET' && !/version|models|datasets|channels|uploads/.test(url))
    .map(({ url }) => url.replaceAll(':id', 'v-1').replace(':name', 'a.mp4'))
    .map((url) => url + (neededQueries[url.split('/').at(-1) ?? ''] ?? ''));
  expect(addresses.length).toBeGreaterThan(25);
  expect(addresses.filter((url) => /export|pack/.test(url))).toHaveLength(4);
  gone = true;
  for (const url of addresses) {
    const { status, body, headers } = await bench.send({ url });
    expect([url, status, body.code, headers['retry-after']]).toEqual([url, 503, 'store-unavailable', '5']);
  }
  gone = false;
  expect((await bench.send({ url: '/api/v1/videos' })).body.items).toHaveLength(1);
  expect((await bench.send({ url: '/api/v1/incidents/export.json' })).status).toBe(200);
});

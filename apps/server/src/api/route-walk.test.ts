import type { Store } from '@vigil/store';
import { distFolder } from '@vigil/web/pages';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Accounts, openAccounts } from '../accounts/accounts.ts';
import { testSessionSecret } from '../accounts/fixtures/credentials.ts';
import { everybody } from '../accounts/fixtures/everybody.ts';
import { dashboardRoutes } from '../dashboard/dashboard-routes.ts';
import { serveWallFiles } from '../dashboard/wall-files.ts';
import { wallRoutes } from '../dashboard/wall-routes.ts';
import { FeedHub } from '../feed/feed-hub.ts';
import { serveFeed } from '../feed/serve-feed.ts';
import type { Access } from '../http/access.ts';
import { type Method, route } from '../http/route.ts';
import { buildService } from '../services/start-app.ts';
import { apiRoutes } from './api-routes.ts';
import { openApiBench } from './testing/api-bench.ts';

/** A route as the app has it. */
interface WalkedRoute {
  readonly method: Method;
  readonly url: string;
  readonly access: Access;
}

/** Every route that needs no credential. Adding one is a decision: it is read by everybody on the network. */
const publicRoutes = {
  api: [
    'GET /api/version',
    'GET /health',
    'GET /health/ready',
    // asks for its token, an administrator or a key with `read` by itself
    'GET /metrics',
    'POST /api/v1/auth/sign-in',
  ],
  dashboard: [
    // the wall page and its parts, which hold no data
    'GET /',
    'GET /assets/:name',
    'GET /health',
    'GET /health/ready',
    'GET /metrics',
    'GET /vigil.svg',
    'POST /api/v1/auth/sign-in',
  ],
};

/** What an app answers outside of its table: the documents, which hold no secrets, and the feed. */
const besidesTheTable = /^(\/api)?\/(docs(\/.*)?|openapi\.json)$|^\/ws$/;

const opened = new AsyncDisposableStack();
const apps = {} as Record<'api' | 'dashboard', FastifyInstance>;
const tables = {} as Record<'api' | 'dashboard', WalkedRoute[]>;
let store: Store;
let requests = 0;
let accounts: Accounts;

beforeAll(async () => {
  const { context } = opened.use(await openApiBench(() => []));
  store = context.store;
  accounts = await openAccounts({ ...context, sessionSecret: testSessionSecret, secureCookies: false, corsOrigins: [] });
  const hub = await FeedHub.open({ events: store.events, clock: context.clock, log: context.log });
  const routes = {
    api: apiRoutes(context, accounts),
    dashboard: [...dashboardRoutes(context, hub), ...wallRoutes(context, accounts.context, distFolder)],
  };
  const authenticate = accounts.authenticate.bind(accounts);
  for (const service of ['api', 'dashboard'] as const) {
    tables[service] = [];
    const { app } = await buildService({
      service,
      context,
      accounts,
      routes: routes[service],
      stopping: () => false,
      extend: async (built) => {
        if (service === 'dashboard') {
          await serveFeed(built, { hub, authenticate });
          await serveWallFiles(built, distFolder);
        }
        built.addHook('onRoute', ({ method, url, config }) => {
          if (method === 'HEAD' || method === 'OPTIONS' || config?.access === undefined) return;
          tables[service].push({ method: method as Method, url, access: config.access });
        });
      },
    });
    await app.ready();
    opened.defer(() => app.close());
    apps[service] = app;
  }
});

afterAll(() => opened.disposeAsync());

test.each(['api', 'dashboard'] as const)('the public routes of the %s service are these and no others', (service) => {
  const found = tables[service].filter(({ access }) => access === 'public').map(({ method, url }) => `${method} ${url}`);
  expect(found.toSorted()).toEqual(publicRoutes[service].toSorted());
});

test.each(['api', 'dashboard'] as const)(
  'the %s service answers nothing but its table, the documents and the feed',
  (service) => {
    const known = new Set(tables[service].map(({ url }) => url));
    const urls = registeredUrls(apps[service]);
    expect(urls.length).toBeGreaterThanOrEqual(known.size);
    expect(urls.filter((url) => !known.has(url) && !besidesTheTable.test(url))).toEqual([]);
  },
);

test.each(['api', 'dashboard'] as const)(
  'every route of the %s service refuses who may not use it, and nobody else',
  async (service) => {
    const guarded = tables[service].filter(({ access }) => access !== 'public');
    const wrong: string[] = [];
    for (const { name, headers, allows } of await everybody(store)) {
      let credential = await headers();
      for (const { method, url, access } of guarded) {
        if (access === 'public') continue;
        const { statusCode, body } = await apps[service].inject({
          method,
          url: url.replaceAll(/:\w+|\*/g, 'none'),
          headers: { host: 'vigil.example', origin: 'http://vigil.example', ...credential },
          remoteAddress: someAddress(),
        });
        if (url.endsWith('/sign-out')) credential = await headers();
        const expected = allows === null ? 401 : allows(access) ? 'let in' : 403;
        const wasRefused = statusCode === 401 || statusCode === 403;
        const got = wasRefused ? statusCode : statusCode === 429 || statusCode === 500 ? body : 'let in';
        if (got !== expected) wrong.push(`${method} ${url} as ${name}: ${got} instead of ${expected}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(guarded.length).toBeGreaterThan(service === 'api' ? 30 : 3);
  },
);

test('HEAD is no way around', async () => {
  for (const service of ['api', 'dashboard'] as const) {
    for (const { method, url, access } of tables[service]) {
      if (method !== 'GET' || access === 'public') continue;
      const reply = await apps[service].inject({
        method: 'HEAD',
        url: url.replaceAll(/:\w+|\*/g, 'none'),
        remoteAddress: someAddress(),
      });
      expect(`${url} ${reply.statusCode}`).toBe(`${url} 401`);
    }
  }
});

test('the feed asks for a session or a key with read', async () => {
  const statuses: Record<string, number> = {};
  for (const { name, headers } of await everybody(store)) {
    const reply = await apps.dashboard.inject({
      method: 'GET',
      url: '/ws',
      headers: { host: 'vigil.example', origin: 'http://vigil.example', ...(await headers()) },
    });
    statuses[name] = reply.statusCode;
  }
  expect(statuses).toEqual({
    nobody: 401,
    'the viewer': 400,
    'the operator': 400,
    'the admin': 400,
    'a key with read': 400,
    'a key with upload': 403,
    'a key with review': 403,
    'a key with manage': 403,
    'a key with admin': 400,
    'a key with admin of a viewer': 400,
    'a disabled user': 401,
    'an expired session': 401,
    'a revoked key': 401,
    'an expired key': 401,
  });
});

test('a route without access does not compile', () => {
  const replies = { 200: z.object({}) };
  const handler = async (): Promise<object> => ({});
  // @ts-expect-error access is missing
  const declared = route({ method: 'GET', url: '/open', summary: 'Open', tag: 'test', replies, handler });
  expect(declared.access).toBeUndefined();
});

/** Addresses of which none sends so much that it is limited. */
function someAddress(): string {
  requests += 1;
  return `10.${(requests >> 12) & 255}.${(requests >> 4) & 255}.1`;
}

/** Addresses of all routes, read from what the router prints. */
function registeredUrls(app: FastifyInstance): string[] {
  const parts: string[] = [];
  const urls: string[] = [];
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const found = /^((?:[│ ] {3})*)[├└]── (\S*)(?: \((.+)\))?$/u.exec(line);
    if (found === null) continue;
    const depth = found[1].length / 4;
    parts.length = depth;
    parts.push(found[2]);
    if (found[3] !== undefined) urls.push(parts.join(''));
  }
  return urls;
}

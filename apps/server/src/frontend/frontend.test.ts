import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handingOver } from './hand-over.ts';
import { servePages } from './serve-pages.ts';

const page = '<!doctype html><title>Vigil</title>';
let folder: string;
let frontend: FastifyInstance;
let api: FastifyInstance;
let dashboard: FastifyInstance;
let address: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vigil-pages-'));
  await writeFile(join(folder, 'index.html'), page);
  await writeFile(join(folder, 'vigil.svg'), '<svg/>');
  api = Fastify();
  api.all('/api/v1/echo', async ({ method, headers, ip }) => ({ method, host: headers.host, ip }));
  dashboard = Fastify();
  dashboard.get('/dashboard/v1/overview', async () => ({ service: 'dashboard' }));
  await Promise.all([api.ready(), dashboard.ready()]);
  dashboard.server.on('upgrade', (_request, socket) =>
    socket.end('HTTP/1.1 101 Switching Protocols\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n'),
  );
  const serve = handingOver({ api, dashboard });
  frontend = Fastify({ serverFactory: (pages) => serve(pages) });
  await servePages(frontend, folder, Promise.resolve());
  address = await frontend.listen({ host: '127.0.0.1', port: 0 });
});

afterAll(async () => {
  await Promise.all([frontend.close(), api.close(), dashboard.close()]);
  await rm(folder, { recursive: true });
});

test.each(['/', '/incidents/a-1', '/videos?tab=all'])(
  '%s is the application, never kept, allowed to load from here alone',
  async (path) => {
    const answer = await fetch(address + path);
    expect(await answer.text()).toBe(page);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
  },
);

test.each(['/no-such.js', '/assets/gone-12345678.js'])('%s is no place in the application', async (path) => {
  const answer = await fetch(address + path);
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ code: 'not-found' });
});

test.each(['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json'])(
  'nothing outside of the folder is sent: %s',
  async (path) => {
    const sent = request(address, { path });
    sent.end();
    const [{ statusCode }] = (await once(sent, 'response')) as [{ statusCode: number }];
    expect([200, 403, 404]).toContain(statusCode);
    const answer = await fetch(address + path);
    expect(await answer.text()).not.toContain('@vigil');
  },
);

test('requests for the services reach them as they came', async () => {
  const answer = await fetch(`${address}/api/v1/echo`, { method: 'POST', headers: { 'x-forwarded-for': '203.0.113.9' } });
  expect(await answer.json()).toEqual({ method: 'POST', host: new URL(address).host, ip: '127.0.0.1' });
  expect(await (await fetch(`${address}/dashboard/v1/overview`)).json()).toEqual({ service: 'dashboard' });
  expect((await fetch(`${address}/api/v1/unknown`)).status).toBe(404);
});

test('a connection for the feed is handed over, others are cut', async () => {
  const upgrading = (path: string) => request(address + path, { headers: { connection: 'Upgrade', upgrade: 'websocket' } });
  const feed = upgrading('/ws?after=1');
  feed.end();
  const [response] = (await once(feed, 'upgrade')) as [{ statusCode: number }];
  expect(response.statusCode).toBe(101);
  const other = upgrading('/incidents');
  other.end();
  const [error] = (await once(other, 'error')) as [NodeJS.ErrnoException];
  expect(error.code).toBe('ECONNRESET');
});

test('while the pages cannot be built, it says so', async () => {
  const app = Fastify();
  const failing = Promise.reject(new Error('no disk'));
  failing.catch(() => undefined);
  await servePages(app, folder, failing);
  app.setErrorHandler((error: Error, _request, reply) => reply.code(500).send({ message: error.message }));
  expect((await app.inject('/')).json()).toEqual({ message: 'The pages could not be built; the log says why' });
  await app.close();
});

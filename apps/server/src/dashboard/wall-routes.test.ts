import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { analysisKey } from '@vigil/media-store';
import type { FastifyInstance } from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { openAccounts } from '../accounts/accounts.ts';
import { addUser, testPassword, testSessionSecret } from '../accounts/fixtures/credentials.ts';
import { openApiBench } from '../api/testing/api-bench.ts';
import { addIncident, addVideo } from '../api/testing/sample-records.ts';
import type { ServerContext } from '../server-context.ts';
import { buildService } from '../services/start-app.ts';
import { serveWallFiles } from './wall-files.ts';
import { wallRoutes } from './wall-routes.ts';

const own = { host: 'vigil.example', origin: 'http://vigil.example' };

interface Wall {
  readonly app: FastifyInstance;
  readonly context: ServerContext;
  /** Folder of the built pages; empty at first. */
  readonly folder: string;
}

async function openWall(): Promise<Wall> {
  const bench = await openApiBench(() => []);
  onTestFinished(() => bench[Symbol.asyncDispose]());
  const { context } = bench;
  const folder = await mkdtemp(join(tmpdir(), 'vigil-wall-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const accounts = await openAccounts({ ...context, sessionSecret: testSessionSecret, secureCookies: false, corsOrigins: [] });
  const { app } = await buildService({
    service: 'dashboard',
    context,
    accounts,
    routes: wallRoutes(context, accounts.context, folder),
    stopping: () => false,
    extend: (built) => serveWallFiles(built, folder),
  });
  onTestFinished(() => app.close());
  return { app, context, folder };
}

test('where nothing is built the page says what to do', async () => {
  const { app } = await openWall();
  const reply = await app.inject({ url: '/' });
  expect(reply.statusCode).toBe(503);
  expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(reply.body).toContain('npm run build -w @vigil/web');
});

test('everybody gets the page and its parts, under a strict policy, and nothing else', async () => {
  const { app, folder } = await openWall();
  const script = 'console.log("wall");'.repeat(100);
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'wall.html'), '<title>Wall</title>');
  await writeFile(join(folder, 'index.html'), 'the application');
  await writeFile(join(folder, 'assets', 'wall-AbCd_123.js'), script);
  await writeFile(join(folder, 'assets', 'wall-AbCd_123.js.br'), brotliCompressSync(script));
  const page = await app.inject({ url: '/' });
  expect([page.statusCode, page.body]).toEqual([200, '<title>Wall</title>']);
  expect(page.headers).toMatchObject({
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'cache-control': 'no-cache',
    'content-type': 'text/html; charset=utf-8',
  });
  const again = await app.inject({ url: '/', headers: { 'if-none-match': String(page.headers['etag']) } });
  expect(again.statusCode).toBe(304);
  const part = await app.inject({ url: '/assets/wall-AbCd_123.js', headers: { 'accept-encoding': 'br' } });
  expect(part.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'br',
    'x-content-type-options': 'nosniff',
  });
  for (const url of ['/index.html', '/assets/..%2findex.html', '/assets/none-12345678.js', '/vigil.svg'])
    expect([url, (await app.inject({ url })).statusCode]).toEqual([url, url.includes('%') ? 400 : 404]);
});

test('the page signs in, and out, by this service alone', async () => {
  const { app, context } = await openWall();
  const { email } = await addUser(context.store, { role: 'viewer' });
  const send = (method: 'GET' | 'POST', url: string, more: object = {}) => app.inject({ method, url, headers: own, ...more });
  const refused = await send('POST', '/api/v1/auth/sign-in', { payload: { email, password: 'not this one' } });
  expect(refused.statusCode).toBe(401);
  const signedIn = await send('POST', '/api/v1/auth/sign-in', { payload: { email, password: testPassword } });
  expect(signedIn.json()).toMatchObject({ user: { email, role: 'viewer' } });
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0];
  const headers = { ...own, cookie };
  expect((await send('GET', '/api/v1/auth/session', { headers })).json()).toMatchObject({ user: { email } });
  expect((await send('POST', '/api/v1/auth/sign-out', { headers })).statusCode).toBe(204);
  expect((await send('GET', '/dashboard/v1/incidents', { headers })).statusCode).toBe(401);
});

test('who is signed in sees incidents and their pictures', async () => {
  const { app, context } = await openWall();
  const { store, media } = context;
  const { email } = await addUser(store, { role: 'viewer' });
  const payload = { email, password: testPassword };
  const signedIn = await app.inject({ method: 'POST', url: '/api/v1/auth/sign-in', headers: own, payload });
  const headers = { ...own, cookie: String(signedIn.headers['set-cookie']).split(';')[0] };
  await addVideo(store, 'v-1');
  const { analysisId } = await addIncident(store, 'i-1', { keyFrame: 'key-frames/i-1.jpg' });
  await addIncident(store, 'i-2', { keyFrame: null });
  await media.write(`${analysisKey(analysisId)}/key-frames/i-1.jpg`, 'a picture');
  const list = await app.inject({ url: '/dashboard/v1/incidents?limit=5', headers });
  expect(list.json().items).toHaveLength(2);
  const picture = await app.inject({ url: '/dashboard/v1/incidents/i-1/key-frame', headers });
  expect([picture.statusCode, picture.body, picture.headers['content-type']]).toEqual([200, 'a picture', 'image/jpeg']);
  expect((await app.inject({ url: '/dashboard/v1/incidents/i-2/key-frame', headers })).statusCode).toBe(404);
});

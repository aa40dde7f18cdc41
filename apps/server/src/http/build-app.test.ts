import { connect } from 'node:net';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { VigilError } from '@vigil/contracts';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { managing } from './access.ts';
import { buildApp } from './build-app.ts';
import { publicRoute, route } from './route.ts';

const body = z.strictObject({ name: z.string().max(10), nested: z.unknown().optional() });
const lines: string[] = [];
const routes = [
  publicRoute({
    method: 'POST',
    url: '/things/:id',
    summary: 'Change a thing',
    tag: 'things',
    params: z.object({ id: z.string().regex(/^[a-z-]+$/) }),
    body,
    replies: { 200: z.object({ id: z.string(), name: z.string() }) },
    handler: async ({ params, body: { name } }) => ({ id: params.id, name }),
  }),
  publicRoute({
    method: 'GET',
    url: '/things/:id',
    summary: 'Show a thing',
    tag: 'things',
    params: z.object({ id: z.string() }),
    replies: { 200: z.object({ id: z.string() }) },
    handler: async ({ params: { id } }) => {
      if (id === 'fault') throw new Error('the secret plan');
      if (id === 'down') throw new VigilError('store-unavailable', 'The database does not answer');
      return id === 'odd' ? { id, more: 1 } : { number: id };
    },
  }),
  publicRoute({
    method: 'DELETE',
    url: '/things/all',
    summary: 'Remove all things',
    tag: 'things',
    replies: { 204: null },
    handler: async () => undefined,
  }),
  publicRoute({
    method: 'PUT',
    url: '/streams/*',
    summary: 'Take a stream',
    tag: 'streams',
    rawBody: ['video/mp4'],
    replies: { 200: z.object({ bytes: z.number() }) },
    handler: async ({ request }) => ({ bytes: (await text(request.raw)).length }),
  }),
  route({
    method: 'GET',
    url: '/managed',
    access: managing,
    summary: 'What is managed',
    tag: 'things',
    replies: { 200: z.object({}) },
    handler: async () => ({}),
  }),
];

let app: Awaited<ReturnType<typeof buildApp>>;
beforeAll(async () => {
  const options = {
    service: 'api' as const,
    version: '1.2.3',
    log: pino({ level: 'info' }, { write: (line: string) => lines.push(line) }),
    trustedProxies: ['loopback'],
    authenticate: async () => null,
    sessionCookie: 'session',
    checkReplies: true,
  };
  app = await buildApp(options, routes);
});
afterAll(() => app.close());

async function post(payload: string | Buffer, headers: Record<string, string> = {}) {
  const reply = await app.inject({
    method: 'POST',
    url: '/things/a',
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  });
  return { status: reply.statusCode, body: reply.json<{ code: string; message: string }>() };
}

describe('a body', () => {
  it('is JSON in UTF-8', async () => {
    expect(await post('{"name":"Žofie"}', { 'content-type': 'application/json; charset=UTF-8' })).toEqual({
      status: 200,
      body: { id: 'a', name: 'Žofie' },
    });
  });

  it.each([
    ['that is no JSON', '{"name":', {}, 400],
    ['that is empty', '', {}, 400],
    ['with bytes that are no UTF-8', Buffer.from([...Buffer.from('{"name":"'), 0xff, ...Buffer.from('"}')]), {}, 400],
    ['with a NUL character', String.raw`{"name":"a\u0000"}`, {}, 400],
    ['with half of a surrogate pair', String.raw`{"name":"\ud800"}`, {}, 400],
    ['with a NUL character in a name', String.raw`{"name":"a","nested":{"a\u0000":1}}`, {}, 400],
    ['that sets a prototype', '{"name":"a","__proto__":{"admin":true}}', {}, 400],
    ['that sets a prototype by a constructor', '{"name":"a","nested":{"constructor":{"prototype":{}}}}', {}, 400],
    ['nested deeper than anything needs', `{"name":"a","nested":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, {}, 400],
    ['with a field too long', `{"name":"${'a'.repeat(11)}"}`, {}, 400],
    ['with a field that is none', '{"name":"a","role":"admin"}', {}, 400],
    ['over the limit', `{"name":"${'a'.repeat(1024 * 1024)}"}`, {}, 413],
    ['of another type', '{"name":"a"}', { 'content-type': 'text/plain' }, 415],
    ['of a type that is none', '{"name":"a"}', { 'content-type': 'nonsense' }, 415],
    ['in another character set', '{"name":"a"}', { 'content-type': 'application/json; charset=utf-16' }, 415],
    ['that is compressed', '{"name":"a"}', { 'content-encoding': 'gzip' }, 415],
  ])('%s is refused', async (_, payload, headers, status) => {
    const reply = await post(payload, headers);
    expect(reply.status).toBe(status);
    expect(Object.keys(reply.body).toSorted()).toEqual(expect.arrayContaining(['code', 'message', 'requestId']));
  });

  it('is passed on unread where a route takes a stream', async () => {
    const reply = await app.inject({
      method: 'PUT',
      url: '/streams/a/b',
      payload: 'bytes',
      headers: { 'content-type': 'video/mp4' },
    });
    expect(reply.json()).toEqual({ bytes: 5 });
    const other = await app.inject({
      method: 'PUT',
      url: '/streams/a',
      payload: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(other.statusCode).toBe(415);
  });
});

describe('an address', () => {
  it.each([
    ['PUT', '/things/a', 405, 'GET, HEAD, OPTIONS, POST'],
    ['DELETE', '/things/a', 405, 'GET, HEAD, OPTIONS, POST'],
    ['TRACE', '/things/a', 405, 'GET, HEAD, OPTIONS, POST'],
    ['POST', '/managed', 405, 'GET, HEAD, OPTIONS'],
    ['POST', '/streams/a/b', 405, 'OPTIONS, PUT'],
    ['PATCH', '/things/all', 405, 'DELETE, OPTIONS'],
    ['OPTIONS', '/things/a', 204, 'GET, HEAD, OPTIONS, POST'],
    ['GET', '/nothing', 404, undefined],
    ['OPTIONS', '/nothing', 404, undefined],
    ['GET', '/things/a/b', 404, undefined],
    ['GET', '/things/%E0%A4%A', 400, undefined],
    ['GET', `/things/${'a'.repeat(300)}`, 400, undefined],
    ['GET', '/things/a%00', 400, undefined],
  ] as const)('%s %s is answered with %i', async (method, url, status, allow) => {
    const reply = await app.inject({ method, url });
    expect([reply.statusCode, reply.headers.allow]).toEqual([status, allow]);
  });

  it('of a route with a role asks who it is before anything else', async () => {
    const reply = await app.inject('/managed');
    expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([401, 'not-signed-in']);
  });
});

describe('a fault', () => {
  it('of ours is told without what it says, and logged under the request id', async () => {
    const reply = await app.inject({ url: '/things/fault', headers: { 'x-request-id': 'from-the-proxy' } });
    expect(reply.statusCode).toBe(500);
    expect(reply.json()).toMatchObject({ code: 'internal', requestId: 'from-the-proxy' });
    expect(reply.body).not.toContain('secret plan');
    expect(lines.some((line) => line.includes('secret plan') && line.includes('from-the-proxy'))).toBe(true);
  });

  it('of the store says when to come back', async () => {
    const reply = await app.inject('/things/down');
    expect([reply.statusCode, reply.headers['retry-after']]).toEqual([503, '5']);
  });

  it.each(['odd', 'wrong'])('in a reply is found where replies are checked: %s', async (id) => {
    expect((await app.inject(`/things/${id}`)).statusCode).toBe(500);
  });

  it('in what should be HTTP is answered in the one format', async () => {
    const address = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
    const socket = connect(Number(address.port), address.hostname);
    await once(socket, 'connect');
    socket.write('NONSENSE\r\n\r\n');
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(JSON.parse(answer.split('\r\n\r\n')[1])).toMatchObject({ code: 'bad-request' });
  });
});

it('a request id of a client is taken over only where it is harmless', async () => {
  const ids = await Promise.all(
    ['good-id-1234', 'short', 'with space in it', 'a'.repeat(65)].map(async (id) => {
      const reply = await app.inject({ url: '/nothing', headers: { 'x-request-id': id } });
      return reply.headers['x-request-id'] === id;
    }),
  );
  expect(ids).toEqual([true, false, false, false]);
});

it('nothing that chance sends is answered with a fault of ours', async () => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    '"',
    ':',
    ',',
    'name',
    String.raw`\u0000`,
    String.raw`\ud83d`,
    '1e999',
    'null',
    '__proto__',
    ' ',
    '\u{1f600}',
    '-',
    'a',
  ];
  let seed = 1;
  const next = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const statuses = new Set<number>();
  for (let round = 0; round < 500; round++) {
    const payload = Array.from({ length: next(12) }, () => pieces[next(pieces.length)]).join('');
    statuses.add((await post(round % 2 === 0 ? payload : `{"name":"a","nested":${payload || '0'}}`)).status);
  }
  expect([...statuses].toSorted()).toEqual([200, 400]);
});

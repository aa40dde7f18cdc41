import { expect, test } from 'vitest';
import { friendOrigin, openAccountApp, ownHost } from '../fixtures/account-app.ts';
import { testPassword } from '../fixtures/credentials.ts';

/** Headers that a request comes with, and whether it may change something. */
const cases: readonly [string, Record<string, string | undefined>, boolean][] = [
  ['a page of the own host', { origin: `http://${ownHost}` }, true],
  ['a page of the own host over TLS that ends before us', { origin: `https://${ownHost}` }, true],
  ['a page of the own host that names the usual port', { origin: `http://${ownHost}`, host: `${ownHost}:80` }, true],
  ['a page of an allowed origin', { origin: friendOrigin }, true],
  ['a page of another host', { origin: 'http://evil.example' }, false],
  ['a page of another port', { origin: `http://${ownHost}:8080` }, false],
  ['a page of a host that begins the same', { origin: `http://${ownHost}.evil.example` }, false],
  ['a page of the allowed host without TLS', { origin: 'http://friend.example' }, false],
  ['a sandboxed page', { origin: 'null' }, false],
  ['an origin that is no address', { origin: '::' }, false],
  ['a file', { origin: `file://${ownHost}` }, false],
  ['a page of the same origin by fetch metadata', { origin: undefined, 'sec-fetch-site': 'same-origin' }, true],
  ['a page of the same site by fetch metadata', { origin: undefined, 'sec-fetch-site': 'same-site' }, false],
  ['a page of another site by fetch metadata', { origin: undefined, 'sec-fetch-site': 'cross-site' }, false],
  ['nothing that says where it comes from', { origin: undefined }, false],
];

test('a cookie counts only with requests that come from known pages, unless they change nothing', async () => {
  await using service = await openAccountApp();
  const { send, addUser, openSession } = service;
  const admin = await addUser('admin');
  const cookie = await openSession(admin);
  const sent: Record<string, number> = {};
  for (const [name, headers] of cases) {
    const url = `/api/v1/users/${admin.id}`;
    sent[name] = (await send({ method: 'PATCH', url, payload: {}, cookie, headers })).statusCode;
    expect((await send({ method: 'GET', url, cookie, headers })).statusCode).toBe(200);
  }
  expect(sent).toEqual(Object.fromEntries(cases.map(([name, , allowed]) => [name, allowed ? 200 : 403])));
  const refused = await send({
    method: 'PATCH',
    url: '/api/v1/users/x',
    payload: {},
    cookie,
    headers: { origin: 'http://evil.example' },
  });
  expect(refused.json()).toMatchObject({ code: 'origin-refused' });
});

test('WebSockets are opened for known pages only', async () => {
  await using service = await openAccountApp();
  const cookie = await service.openSession(await service.addUser('viewer'));
  const open = (headers: Record<string, string | undefined>) =>
    service.send({
      method: 'GET',
      url: '/api/v1/auth/session',
      cookie,
      headers: { connection: 'upgrade', upgrade: 'WebSocket', ...headers },
    });
  for (const [, headers, allowed] of cases) expect((await open(headers)).statusCode).toBe(allowed ? 200 : 403);
});

test('a foreign page signs nobody in, a script does', async () => {
  await using service = await openAccountApp();
  const { email } = await service.addUser('viewer');
  const signIn = async (headers: Record<string, string | undefined>) => {
    const payload = { email, password: testPassword };
    return (await service.send({ method: 'POST', url: '/api/v1/auth/sign-in', payload, headers })).statusCode;
  };
  expect(await signIn({ origin: 'http://evil.example' })).toBe(403);
  expect(await signIn({ origin: undefined, 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await signIn({ origin: undefined })).toBe(200);
});

test('over TLS a page without it is foreign', async () => {
  await using service = await openAccountApp({ secureCookies: true });
  const cookie = await service.openSession(await service.addUser('viewer'));
  const signOut = async (origin: string) =>
    (await service.send({ method: 'POST', url: '/api/v1/auth/sign-out', cookie, headers: { origin } })).statusCode;
  expect(await signOut(`http://${ownHost}`)).toBe(403);
  expect(await signOut(`https://${ownHost}`)).toBe(204);
});

test('pages of allowed origins read replies, errors too, and are told what they may send', async () => {
  await using service = await openAccountApp();
  const url = '/api/v1/users';
  const preflight = (origin: string) =>
    service.app.inject({ method: 'OPTIONS', url, headers: { origin, 'access-control-request-method': 'PATCH' } });
  const allowed = await preflight(friendOrigin);
  expect(allowed.statusCode).toBe(204);
  expect(allowed.headers).toMatchObject({
    'access-control-allow-origin': friendOrigin,
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': expect.stringContaining('PATCH'),
    'access-control-allow-headers': expect.stringContaining('Upload-Offset'),
    vary: 'Origin',
  });
  expect((await preflight('http://evil.example')).headers['access-control-allow-origin']).toBeUndefined();
  const refused = await service.app.inject({ method: 'GET', url, headers: { origin: friendOrigin } });
  expect(refused.statusCode).toBe(401);
  expect(refused.headers['access-control-allow-origin']).toBe(friendOrigin);
  expect((await service.app.inject({ method: 'GET', url })).headers['access-control-allow-origin']).toBeUndefined();
});

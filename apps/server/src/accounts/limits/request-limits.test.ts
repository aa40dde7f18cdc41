import { expect, test } from 'vitest';
import { z } from 'zod';
import { publicRoute } from '../../http/route.ts';
import { openAccountApp } from '../fixtures/account-app.ts';
import { callerLimit, requestLimits, strangerLimit } from './request-limits.ts';

const url = '/api/v1/auth/session';

test('strangers are limited by their address, and callers are not for their sake', async () => {
  const health = publicRoute({
    method: 'GET',
    url: '/health',
    summary: 'Health',
    tag: 'health',
    replies: { 200: z.object({}) },
    handler: async () => ({}),
  });
  await using service = await openAccountApp({ routes: [health] });
  const { send, clock } = service;
  const cookie = await service.openSession(await service.addUser('viewer'));
  const from = (remoteAddress: string, asked = url) => send({ method: 'GET', url: asked, remoteAddress });
  for (let request = 0; request < strangerLimit.max; request += 1) {
    expect((await from('192.0.2.1')).statusCode).toBe(401);
  }
  const refused = await from('192.0.2.1');
  expect(refused.statusCode).toBe(429);
  expect(refused.headers['retry-after']).toBe('1');
  expect(refused.json()).toMatchObject({ code: 'rate-limited', message: 'More than 600 requests in 60 s; try again in 1 s' });
  expect((await from('192.0.2.2')).statusCode).toBe(401);
  expect((await from('192.0.2.1', '/health')).statusCode).toBe(200);
  expect((await send({ method: 'GET', url, cookie, remoteAddress: '192.0.2.1' })).statusCode).toBe(200);
  clock.move(1000);
  expect((await from('192.0.2.1')).statusCode).toBe(401);
});

test('a route limits each caller as it declares', async () => {
  const limited = publicRoute({
    method: 'GET',
    url: '/limited',
    summary: 'Limited',
    tag: 'test',
    replies: { 200: z.object({}) },
    rateLimit: { max: 3, windowSeconds: 60 },
    handler: async () => ({}),
  });
  await using service = await openAccountApp({ routes: [limited] });
  const statuses = async (remoteAddress: string) => {
    const replies = Array.from({ length: 4 }, () => service.send({ method: 'GET', url: '/limited', remoteAddress }));
    return (await Promise.all(replies)).map(({ statusCode }) => statusCode);
  };
  expect(await statuses('2001:db8::1')).toEqual([200, 200, 200, 429]);
  expect(await statuses('2001:db8::2')).toEqual([429, 429, 429, 429]);
  expect(await statuses('2001:db8:0:1::1')).toEqual([200, 200, 200, 429]);
});

test('a caller who sends too much is told when to go on', async () => {
  await using service = await openAccountApp();
  const user = await service.addUser('viewer');
  const cookie = await service.openSession(user);
  const request = { method: 'GET', headers: { cookie }, ip: '192.0.2.1' } as never;
  for (let sent = 0; sent < callerLimit.max; sent += 1) await service.accounts.authenticate(request);
  expect((await service.send({ method: 'GET', url, cookie })).statusCode).toBe(429);
});

test('an installation may allow more', () => {
  const limits = requestLimits(() => 0, 2);
  const send = (): void => limits.countStranger({ ip: '192.0.2.1' } as never);
  for (let sent = 0; sent < 2 * strangerLimit.max; sent += 1) send();
  expect(send).toThrow('More than 1200 requests in 60 s');
});

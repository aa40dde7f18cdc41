import { expect, test } from 'vitest';
import { openAccountApp } from '../fixtures/account-app.ts';
import { testPassword } from '../fixtures/credentials.ts';
import { signInLock } from './sign-in-lock.ts';

const url = '/api/v1/auth/sign-in';

test('from the fifth failure on an account is locked for an address, on all processes', async () => {
  await using first = await openAccountApp();
  await using second = await openAccountApp({ file: first.file, clock: first.clock });
  const { email } = await first.addUser('viewer');
  const attempt = (service: typeof first, password: string, remoteAddress = '192.0.2.1') =>
    service.send({ method: 'POST', url, payload: { email, password }, remoteAddress });
  for (let failure = 0; failure < 3; failure += 1) await first.accounts.context.lock.begin(['sign-in', email, '192.0.2.1']);
  expect((await attempt(first, 'a wrong password')).statusCode).toBe(401);
  expect((await attempt(second, 'a wrong password')).statusCode).toBe(401);
  const refused = await attempt(second, testPassword);
  expect(refused.statusCode).toBe(429);
  expect(refused.headers['retry-after']).toBe('30');
  expect(refused.json()).toMatchObject({ code: 'rate-limited', message: 'Too many failed attempts; try again in 30 s' });
  expect((await attempt(first, testPassword, '::ffff:192.0.2.1')).statusCode).toBe(429);
  expect((await attempt(first, testPassword, '192.0.2.2')).statusCode).toBe(200);
  first.clock.move(30_000);
  expect((await attempt(second, testPassword)).statusCode).toBe(200);
  expect((await attempt(second, 'a wrong password')).statusCode).toBe(401);
  expect((await attempt(second, testPassword)).statusCode).toBe(200);
});

test('each further failure locks for longer, up to a quarter of an hour', async () => {
  await using service = await openAccountApp();
  const lock = signInLock(service.store.accounts, service.clock);
  const waits = [];
  for (let failure = 0; failure < 11; failure += 1) {
    await lock.begin(['sign-in', 'a']);
    const refused: unknown = await lock.begin(['sign-in', 'a']).catch((error: unknown) => error);
    const seconds = Number((refused as { details?: Record<string, unknown> } | undefined)?.details?.retryAfterSeconds ?? 0);
    waits.push(seconds);
    service.clock.move(seconds * 1000);
  }
  // attempts come in pairs until they are locked
  expect(waits.filter((seconds) => seconds > 0)).toEqual([30, 60, 120, 240, 480, 900, 900, 900, 900]);
});

test('many attempts at once are no more than many one after the other', async () => {
  await using service = await openAccountApp();
  const { email } = await service.addUser('viewer');
  const attempts = Array.from({ length: 12 }, () =>
    service.send({ method: 'POST', url, payload: { email, password: 'a wrong password' } }),
  );
  const statuses = (await Promise.all(attempts)).map(({ statusCode }) => statusCode);
  expect(statuses.filter((status) => status === 401)).toHaveLength(5);
  expect(statuses.filter((status) => status === 429)).toHaveLength(7);
});

test('a clock that is set back locks nobody for longer than a lock lasts, and what is old is forgotten', async () => {
  await using service = await openAccountApp();
  const { clock, store } = service;
  const lock = signInLock(store.accounts, clock);
  const subject = ['sign-in', 'a@vigil.example', '192.0.2.1'];
  for (let failure = 0; failure < 5; failure += 1) await lock.begin(subject);
  clock.move(-30 * 24 * 3_600_000);
  await expect(lock.begin(subject)).rejects.toMatchObject({ code: 'rate-limited', details: { retryAfterSeconds: 900 } });
  clock.move(32 * 24 * 3_600_000);
  await lock.begin(subject);
  const [record] = await store.accounts.find('rateLimit', { where: [], limit: 10 });
  expect(record).toMatchObject({ count: 1, lockedUntil: 0 });
  expect(JSON.stringify(record)).not.toMatch(/vigil\.example|192\.0\.2/);
  clock.move(2 * 24 * 3_600_000);
  await lock.succeed(['sign-in', 'another']);
  expect(await store.accounts.count('rateLimit', [])).toBe(0);
});

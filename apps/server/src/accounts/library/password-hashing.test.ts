import { expect, test } from 'vitest';
import { testPassword } from '../fixtures/credentials.ts';
import { passwordHashing } from './password-hashing.ts';

test('passwords are checked a few at a time, and beyond a limit not at all', async () => {
  const { hash, verify } = passwordHashing({ mostWaiting: 2 });
  const stored = await hash(testPassword);
  const given = { hash: stored, password: 'x' };
  const checks = await Promise.allSettled(Array.from({ length: 6 }, () => verify(given)));
  expect(checks.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
  expect(checks.slice(4)).toMatchObject([
    { status: 'rejected', reason: { code: 'rate-limited', details: { retryAfterSeconds: 5 } } },
    { status: 'rejected', reason: { code: 'rate-limited' } },
  ]);
  expect(await verify({ hash: stored, password: testPassword })).toBe(true);
});

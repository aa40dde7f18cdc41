import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { isRunning, processIdentity } from './process-identity.ts';

it('tells a process that runs from one that ended', async () => {
  const child = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'] });
  await once(child, 'spawn');
  const identity = processIdentity(child.pid);
  expect(isRunning(identity)).toBe(true);
  child.stdin.end();
  await once(child, 'exit');
  expect(isRunning(identity)).toBe(false);
});

it.skipIf(process.platform !== 'linux')('tells a process from a later one with its number (needs /proc)', () => {
  expect(processIdentity()).toMatch(/^\d+-\d+$/);
  expect(isRunning(processIdentity())).toBe(true);
  expect(isRunning(`${process.pid}-1`)).toBe(false);
});

it('goes by the number alone where a start is not known', () => {
  expect(isRunning(`${process.pid}-`)).toBe(true);
  expect(isRunning('1-')).toBe(true);
});

it.each(['', 'x', '-5-1', '0-'])('takes %j for no process', (identity) => {
  expect(isRunning(identity)).toBe(false);
});

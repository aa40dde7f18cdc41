import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { openAccountApp } from '@vigil/server/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Workplace } from './fixtures/run-vigil.ts';

let workplace: Workplace;
beforeEach(() => {
  workplace = new Workplace();
});
afterEach(() => workplace[Symbol.dispose]());

async function dataFile(): Promise<string> {
  await mkdir(workplace.file('data'));
  return workplace.file('data/vigil.sqlite');
}

it('a lost password of an administrator is replaced, beside a running service', async () => {
  await using service = await openAccountApp({ file: await dataFile() });
  const { send, store, openSession } = service;
  const made = await service.accounts.ensureFirstAdmin({ email: 'chief@vigil.example', password: 'a forgotten password' });
  const cookies = [await openSession({ id: 'first-admin' }), await openSession({ id: 'first-admin' })];
  const reset = await workplace.run('admin', 'reset-password', '--email', 'Chief@vigil.example');
  expect(reset).toMatchObject({ exitCode: 0, stderr: '' });
  const [, email, password] =
    /^New password of (\S+), shown this once: ((?:\w{5}-){3}\w{5})\nSessions ended: 2\n$/.exec(reset.stdout) ?? [];
  const signIn = async (payload: object) => (await send({ method: 'POST', url: '/api/v1/auth/sign-in', payload })).statusCode;
  expect(await signIn(made ?? {})).toBe(401);
  expect(await signIn({ email, password })).toBe(200);
  for (const cookie of cookies) expect((await send({ method: 'GET', url: '/api/v1/auth/session', cookie })).statusCode).toBe(401);
  const { items } = await store.audit.list({ limit: 5, filter: { action: 'user.reset-password' } });
  expect(items).toMatchObject([{ actor: { kind: 'system' }, target: 'user:first-admin', details: { by: 'command line' } }]);
  expect(JSON.stringify(items)).not.toContain(password);
});

it('who is not there is told of with who is, and a place without accounts stays as it is', async () => {
  const nowhere = await workplace.run('admin', 'reset-password', '--email', 'chief@vigil.example');
  expect(nowhere).toMatchObject({ exitCode: 7, stdout: '' });
  expect(nowhere.stderr).toMatch(/^vigil: There are no accounts at ".*vigil.sqlite": set DATA_DIR as the services have it\n$/);
  expect(existsSync(workplace.file('data'))).toBe(false);
  await using service = await openAccountApp({ file: await dataFile() });
  await service.accounts.ensureFirstAdmin({ email: 'chief@vigil.example', password: 'a forgotten password' });
  const unknown = await workplace.run('admin', 'reset-password', '--email', 'thief@vigil.example');
  expect(unknown).toEqual({
    exitCode: 7,
    stdout: '',
    stderr: 'vigil: There is no user with the address thief@vigil.example; administrators: chief@vigil.example\n',
  });
});

it('takes no password on the command line', async () => {
  for (const args of [[], ['--email'], ['--email', 'a@b.example', '--password', 'secret'], ['--email', 'a@b.example', 'secret']])
    expect(await workplace.run('admin', 'reset-password', ...args)).toMatchObject({ exitCode: 2, stdout: '' });
  expect((await workplace.run('admin')).stderr).toContain('vigil admin --help');
});

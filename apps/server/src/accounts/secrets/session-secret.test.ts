import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '@vigil/store';
import { expect, test } from 'vitest';
import { openAccountApp } from '../fixtures/account-app.ts';
import { openSessionSecret } from './session-secret.ts';

test('beside the embedded store the secret is a file of its owner, whoever makes it first', async () => {
  await using service = await openAccountApp();
  const dataFolder = mkdtempSync(join(tmpdir(), 'vigil-secret-'));
  const open = () => openSessionSecret({ configured: null, dataFolder, store: service.store });
  const secrets = await Promise.all(Array.from({ length: 8 }, open));
  expect(new Set(secrets).size).toBe(1);
  expect(secrets[0]).toMatch(/^[\w-]{64}$/);
  const folder = join(dataFolder, 'secrets');
  expect(readdirSync(folder)).toEqual(['session-secret']);
  expect(statSync(join(folder, 'session-secret')).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(readFileSync(join(folder, 'session-secret'), 'utf8')).toBe(`${secrets[0]}\n`);
  expect(await open()).toBe(secrets[0]);
});

test('beside MongoDB it is kept in the database, for all machines', async () => {
  await using service = await openAccountApp();
  const store: Store = { ...service.store, kind: 'mongodb', [Symbol.asyncDispose]: async () => undefined };
  const dataFolder = join(tmpdir(), 'vigil-no-such-folder');
  const secrets = await Promise.all(Array.from({ length: 8 }, () => openSessionSecret({ configured: null, dataFolder, store })));
  expect(new Set(secrets).size).toBe(1);
  expect(secrets[0]).toMatch(/^[\w-]{64}$/);
});

test('a configured secret is taken as it is', async () => {
  await using service = await openAccountApp();
  const configured = 'configured '.repeat(4);
  expect(await openSessionSecret({ configured, dataFolder: '/nowhere', store: service.store })).toBe(configured);
});

test('a secret that was damaged is not used', async () => {
  await using service = await openAccountApp();
  const dataFolder = mkdtempSync(join(tmpdir(), 'vigil-secret-'));
  mkdirSync(join(dataFolder, 'secrets'));
  writeFileSync(join(dataFolder, 'secrets', 'session-secret'), '');
  await expect(openSessionSecret({ configured: null, dataFolder, store: service.store })).rejects.toMatchObject({
    code: 'bad-request',
    message: expect.stringContaining('has 0 characters, not 32'),
  });
  const file = join(dataFolder, 'a-file');
  writeFileSync(file, '');
  await expect(openSessionSecret({ configured: null, dataFolder: file, store: service.store })).rejects.toMatchObject({
    code: 'not-writable',
  });
});

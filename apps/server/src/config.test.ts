import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfiguration } from './config.ts';

function problemsOf(environment: Record<string, string>): unknown {
  try {
    readConfiguration(environment);
  } catch (error) {
    return (error as { details: { problems: string[] } }).details.problems;
  }
  return [];
}

test('nothing set is the embedded store and every service on loopback', () => {
  const configuration = readConfiguration({ DATA_DIR: '/data' });
  expect(configuration).toMatchObject({ serviceType: 'all', mongo: null, host: '127.0.0.1', apiPort: 8000, dashboardPort: 8001 });
  expect(configuration.modelCacheFolder).toBe('/data/models');
});

test('all faults are told at once, none with a secret in it', () => {
  const problems = problemsOf({
    SERVICE_TYPE: 'backend',
    BACKEND_PORT: '80000',
    MAX_FILE_SIZE: 'huge',
    CORS_ORIGINS: 'https://a.example/path',
    TRUSTED_PROXIES: '10.0.0.0/64',
    MONGODB_URL: 'http://root:hunter2@db',
    SESSION_SECRET: 'hunter2',
    ADMIN_PASSWORD: 'hunter2hunter2',
    SECURE_COOKIES: 'perhaps',
  });
  expect(problems).toHaveLength(9);
  expect(JSON.stringify(problems)).not.toContain('hunter2');
  expect(problems).toContain('BACKEND_PORT is "80000", and must be a whole number from 0 to 65535');
});

test('a secret may come from a file, not from both', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'vigil-config-')), 'url');
  writeFileSync(file, 'mongodb://user:pass@db:27017\nsecond line\n');
  expect(readConfiguration({ MONGODB_URL_FILE: file }).mongo).toEqual({
    url: 'mongodb://user:pass@db:27017',
    databaseName: 'vigil',
  });
  expect(problemsOf({ MONGODB_URL_FILE: file, MONGODB_URL: 'mongodb://db' })).toHaveLength(1);
  expect(problemsOf({ MONGODB_URL_FILE: `${file}-missing` })).toHaveLength(1);
  writeFileSync(file, '');
  expect(problemsOf({ MONGODB_URL_FILE: file })).toHaveLength(1);
});

test.each([
  ['1048576', 1_048_576],
  ['500MB', 500e6],
  ['2GiB', 2 * 2 ** 30],
  ['1.5 g', 1.5e9],
])('MAX_FILE_SIZE %s is %i bytes', (given, bytes) => {
  expect(readConfiguration({ MAX_FILE_SIZE: given }).maxFileSizeBytes).toBe(bytes);
});

test('docs/configuration.md describes every variable that is read, and no other', () => {
  const source = readFileSync(new URL('config.ts', import.meta.url), 'utf8');
  const page = readFileSync(new URL('../../../docs/configuration.md', import.meta.url), 'utf8');
  const read = [...source.matchAll(/reader\.(?:value|secret)\(\s*'([A-Z_]+)'/g)].map(([, name]) => name);
  const described = [...page.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);
  expect(described.toSorted()).toEqual(read.toSorted());
});

test('docs/configuration.md marks as secret what may come from a file', () => {
  const source = readFileSync(new URL('config.ts', import.meta.url), 'utf8');
  const page = readFileSync(new URL('../../../docs/configuration.md', import.meta.url), 'utf8');
  const secrets = [...source.matchAll(/reader\.secret\(\s*'([A-Z_]+)'/g)].map(([, name]) => name);
  const marked = [...page.matchAll(/^\| `([A-Z_]+)`.*_secret\._/gm)].map(([, name]) => name);
  expect(marked.toSorted()).toEqual(secrets.toSorted());
});

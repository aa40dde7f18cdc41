import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { migrate, migrations } from './migrate.ts';
import { openSqliteStore } from './open-sqlite-store.ts';
import { openConnection } from './sqlite-connection.ts';

/** A database that was made and filled while version 1 was the newest. */
const databaseOfVersion1 = join(import.meta.dirname, 'fixtures', 'version-1.sqlite.gz');

/** SHA-256 of each released step: databases that took it exist. */
const released = [
  'adbb6ab1142161417a342c171fac79e537ccc95f5384e2d6586a6e6a3c643104',
  '41e39424df83c016d217f4c11291d5dcc7e0851621b7156c5611126d48701b74',
  '35f2695e371c79e59cf527535e2f6cff4fec5c2d17b43fa812e523ac39a9e7f9',
];

async function newFolder(): Promise<AsyncDisposable & { readonly file: string; readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'vigil-migrate-'));
  return { path, file: join(path, 'vigil.sqlite'), [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

describe('migrations', () => {
  it('are numbered, and released ones are never changed', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
    const hashes = migrations.map(({ sql }) => createHash('sha256').update(sql).digest('hex'));
    expect(hashes.slice(0, released.length)).toEqual(released);
  });

  it('bring a database of version 1 to the newest, with all that is in it', async () => {
    await using folder = await newFolder();
    await writeFile(folder.file, gunzipSync(await readFile(databaseOfVersion1)));
    await using store = await openSqliteStore({ file: folder.file });
    expect(store.schemaVersion).toBe(migrations.length);
    expect(await store.incidents.count({}, 1000)).toBe(250);
    expect((await store.incidents.list({ limit: 9, filter: { status: 'confirmed', text: 'ladder' } })).items).toMatchObject([
      { id: 'i7', version: 2, tags: ['police'] },
    ]);
    expect(
      await store.incidents.statistics({ from: '2026-03-01T00:00:00.000Z', before: '2026-03-02T00:00:00.000Z' }),
    ).toMatchObject({
      total: 250,
      byStatus: { new: 249, confirmed: 1 },
    });
    expect(await store.jobs.depth()).toMatchObject({ queued: 1, leased: 1, done: 1 });
    expect(await store.reviewMarks.insert({ id: 'm1', userId: 'u1', incidentId: 'i7' })).toMatchObject({ version: 1 });
    expect(await store.savedViews.count({}, 9)).toBe(0);
    expect(await store.labelSets.count({}, 9)).toBe(0);
    expect(await store.events.range()).toEqual({ oldest: 1, newest: 3 });
    expect(
      await store.accounts.count('user', [{ field: 'email', operator: 'eq', value: 'ada@example.org', connector: 'AND' }]),
    ).toBe(1);
  });

  it('take the steps that are missing, once, and all of them or none', async () => {
    await using folder = await newFolder();
    using connection = openConnection(folder.file, { readOnly: false });
    expect(migrate(connection)).toBe(migrations.length);
    const next = { version: migrations.length + 1, sql: "CREATE TABLE extra (id TEXT); INSERT INTO extra VALUES ('x')" };
    const broken = { version: migrations.length + 2, sql: 'INSERT INTO extra VALUES (1); INSERT INTO nowhere VALUES (1)' };
    expect(() => migrate(connection, [...migrations, next, broken])).toThrow('nowhere');
    expect(connection.first('PRAGMA user_version')).toEqual({ user_version: migrations.length });
    expect(connection.all("SELECT name FROM sqlite_schema WHERE name = 'extra'")).toEqual([]);
    expect(migrate(connection, [...migrations, next])).toBe(next.version);
    expect(migrate(connection, [...migrations, next])).toBe(next.version);
    expect(connection.all('SELECT id FROM extra')).toEqual([{ id: 'x' }]);
  });

  it('refuse a database of a newer release, and leave it as it is', async () => {
    await using folder = await newFolder();
    await (await openSqliteStore({ file: folder.file }))[Symbol.asyncDispose]();
    const database = new DatabaseSync(folder.file);
    database.exec('PRAGMA user_version = 999');
    database.close();
    await expect(openSqliteStore({ file: folder.file })).rejects.toMatchObject({
      code: 'file-unreadable',
      message: expect.stringContaining('schema 999') as string,
    });
    await copyFile(folder.file, join(folder.path, 'copy.sqlite'));
    expect(new DatabaseSync(join(folder.path, 'copy.sqlite')).prepare('PRAGMA user_version').get()).toEqual({
      user_version: 999,
    });
  });

  it('are taken once by stores that open a new file at the same time', async () => {
    await using folder = await newFolder();
    const stores = await Promise.all(Array.from({ length: 4 }, () => openSqliteStore({ file: folder.file })));
    await stores[0]?.serviceStates.insert({ id: 's', values: {} });
    for (const store of stores) expect(await store.serviceStates.get('s')).not.toBeNull();
    for (const store of stores) await store[Symbol.asyncDispose]();
  });
});

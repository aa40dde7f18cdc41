import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { newIncident, newRule } from '../contract/record-samples.ts';
import { migrate } from './migrate.ts';
import { openSqliteStore, storeOn } from './open-sqlite-store.ts';
import { openConnection } from './sqlite-connection.ts';

const writerProgram = join(import.meta.dirname, 'fixtures', 'writer-child.ts');

async function newFolder(): Promise<AsyncDisposable & { readonly file: string; readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'vigil-faults-'));
  return { path, file: join(path, 'vigil.sqlite'), [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Starts a process that adds rules to a store and tells the id of each that was acknowledged. */
function startWriter(file: string, name: string): { readonly process: ChildProcess; readonly acknowledged: string[] } {
  const process = fork(writerProgram, [file, name], { execArgv: ['--disable-warning=ExperimentalWarning'] });
  const acknowledged: string[] = [];
  process.on('message', (id) => acknowledged.push(String(id)));
  return { process, acknowledged };
}

async function until(holds: () => boolean, process: ChildProcess): Promise<void> {
  while (!holds()) await once(process, 'message');
}

describe('files that are no store', () => {
  it('are refused, and stay as they are', async () => {
    await using folder = await newFolder();
    const text = 'This is a letter, and no database of anything. '.repeat(100);
    await writeFile(folder.file, text);
    await expect(openSqliteStore({ file: folder.file })).rejects.toMatchObject({ code: 'file-unreadable' });
    expect(await readFile(folder.file, 'utf8')).toBe(text);
  });

  it('are refused where another program made them', async () => {
    await using folder = await newFolder();
    const foreign = new DatabaseSync(folder.file);
    foreign.exec('CREATE TABLE recipes (id INTEGER PRIMARY KEY)');
    foreign.close();
    await expect(openSqliteStore({ file: folder.file })).rejects.toMatchObject({
      code: 'file-unreadable',
      message: expect.stringContaining('another program') as string,
    });
  });

  it('are refused where they are cut short or overwritten', async () => {
    await using folder = await newFolder();
    {
      await using store = await openSqliteStore({ file: folder.file });
      for (let index = 0; index < 50; index++) await store.incidents.insert(newIncident(`i${index}`));
    }
    const whole = await readFile(folder.file);
    await writeFile(folder.file, whole.subarray(0, Math.floor(whole.length / 2)));
    const readAll = async () => {
      await using store = await openSqliteStore({ file: folder.file });
      await store.exportRecords('incidents', '', 100);
      await store.jobs.list({ limit: 10 });
    };
    await expect(readAll()).rejects.toMatchObject({ code: 'file-unreadable' });
    await writeFile(folder.file, whole.fill(0x5a, 100, 8192));
    await expect(readAll()).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  it('cannot be made where there is no folder, where a folder has the name, or where nothing can be written', async () => {
    await using folder = await newFolder();
    await mkdir(folder.file);
    for (const file of [folder.file, join(folder.path, 'missing', 'vigil.sqlite'), '/proc/vigil.sqlite']) {
      await expect(openSqliteStore({ file })).rejects.toMatchObject({ code: 'not-writable' });
    }
  });

  it('are one file at any time where that is asked for, and readable where nothing can be written beside it', async () => {
    await using folder = await newFolder();
    await using store = await openSqliteStore({ file: folder.file, singleFile: true });
    await store.rules.insert(newRule('r'));
    expect(await readdir(folder.path)).toEqual(['vigil.sqlite']);
    await using reader = await openSqliteStore({ file: folder.file, readOnly: true });
    expect(await reader.rules.get('r')).toMatchObject({ id: 'r' });
  });

  it('can be opened to be read only, and every write is refused', async () => {
    await using folder = await newFolder();
    {
      await using store = await openSqliteStore({ file: folder.file });
      await store.rules.insert(newRule('r'));
    }
    await using store = await openSqliteStore({ file: folder.file, readOnly: true });
    expect(await store.rules.get('r')).toMatchObject({ id: 'r' });
    await expect(store.rules.remove('r')).rejects.toMatchObject({ code: 'not-writable' });
    await expect(openSqliteStore({ file: join(folder.path, 'none.sqlite'), readOnly: true })).rejects.toMatchObject({
      code: 'not-writable',
    });
  });
});

describe('a full disk', () => {
  it('refuses the write, loses nothing, and writes again when there is room', async () => {
    await using folder = await newFolder();
    const connection = openConnection(folder.file, { readOnly: false });
    await using store = storeOn(connection, Date.now, migrate(connection));
    const pages = Number(connection.first('PRAGMA page_count')?.['page_count']);
    // SQLite gives the same error at this limit as where the disk is full.
    connection.first(`PRAGMA max_page_count = ${pages + 40}`);
    const kept: string[] = [];
    const insert = async () => {
      for (let index = 0; index < 1000; index++) {
        await store.incidents.insert(newIncident(`i${index}`, { note: `note ${index} `.repeat(50) }));
        kept.push(`i${index}`);
      }
    };
    await expect(insert()).rejects.toMatchObject({ code: 'disk-full' });
    expect(kept.length).toBeGreaterThan(5);
    expect(await store.incidents.count({ text: 'note' }, 1000)).toBe(kept.length);
    expect((await store.exportRecords('incidents', '', 1000)).map(({ id }) => id)).toEqual(kept.toSorted());
    expect(connection.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    connection.first('PRAGMA max_page_count = 1000000');
    await store.incidents.insert(newIncident('after'));
    expect(await store.incidents.count({}, 1000)).toBe(kept.length + 1);
  });
});

describe('several processes', () => {
  it('write to one file, and what was acknowledged outlives a kill -9 at any moment', async () => {
    await using folder = await newFolder();
    await using store = await openSqliteStore({ file: folder.file });
    const acknowledged: string[] = [];
    for (const round of [0, 1]) {
      const writers = ['a', 'b'].map((name) => startWriter(folder.file, `${name}${round}`));
      for (const writer of writers) await until(() => writer.acknowledged.length >= 10 + round * 7, writer.process);
      for (const { process } of writers) process.kill('SIGKILL');
      for (const { process } of writers) if (process.signalCode === null) await once(process, 'exit');
      acknowledged.push(...writers.flatMap((writer) => writer.acknowledged));
      await store.rules.insert(newRule(`own-${round}`));
    }
    for (let from = 0; from < acknowledged.length; from += 1000) {
      const ids = acknowledged.slice(from, from + 1000);
      expect(await store.rules.getMany(ids)).toHaveLength(ids.length);
    }
    expect(await store.rules.count({}, 1_000_000)).toBeGreaterThanOrEqual(acknowledged.length + 2);
  });

  it('see what another adds to the feed', async () => {
    await using folder = await newFolder();
    await using store = await openSqliteStore({ file: folder.file });
    const woken = Promise.withResolvers<void>();
    const stop = store.events.watch(woken.resolve);
    const writer = startWriter(folder.file, 'w');
    await woken.promise;
    stop();
    writer.process.kill('SIGKILL');
    await once(writer.process, 'exit');
    expect(await store.rules.count({}, 1000)).toBeGreaterThan(0);
  });
});

describe('a frozen store', () => {
  it('shows what there was when it was opened, and writes nothing', async () => {
    await using folder = await newFolder();
    await using store = await openSqliteStore({ file: folder.file });
    await store.rules.insert(newRule('before'));
    await using frozen = await openSqliteStore({ file: folder.file, frozen: true });
    await store.rules.insert(newRule('after'));
    await store.rules.remove('before');
    expect((await frozen.exportRecords('rules', '', 10)).map(({ id }) => id)).toEqual(['before']);
    expect(await frozen.rules.count({}, 10)).toBe(1);
    await expect(frozen.rules.insert(newRule('no'))).rejects.toMatchObject({ code: 'not-writable' });
    await expect(
      frozen.incidents.statistics({ from: '2026-01-01T00:00:00Z', before: '2026-01-02T00:00:00Z' }),
    ).resolves.toMatchObject({ total: 0 });
    expect((await store.exportRecords('rules', '', 10)).map(({ id }) => id)).toEqual(['after']);
  });
});

describe('closing', () => {
  it('leaves one file, and lets nobody use the store', async () => {
    await using folder = await newFolder();
    const store = await openSqliteStore({ file: folder.file });
    await store.rules.insert(newRule('r'));
    store.events.watch(() => undefined);
    await store[Symbol.asyncDispose]();
    await expect(stat(`${folder.file}-wal`)).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(store.rules.get('r')).rejects.toMatchObject({ code: 'store-unavailable' });
    await expect(store[Symbol.asyncDispose]()).resolves.toBeUndefined();
  });
});

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSqliteStore } from '@vigil/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Workplace, type Ended } from './fixtures/run-vigil.ts';

let workplace: Workplace;
beforeEach(() => {
  workplace = new Workplace();
});
afterEach(() => workplace[Symbol.dispose]());

const original = Buffer.from('the pictures of a video'.repeat(1000));
const originalName = createHash('sha256').update(original).digest('hex');

/** A command with a disk of 1.5 MB in place of a folder, which tells what it leaves there. */
function onSmallDisk(folder: string, command: readonly string[]): [string, ...string[]] {
  const script = 'mount -t tmpfs -o size=1500k none "$0" && "$@"; code=$?; echo "left: $(ls -A disk)" >&2; exit "$code"';
  return ['unshare', '--mount', '--map-root-user', 'sh', '-c', script, folder, ...command];
}

const [mountProgram, ...mountArguments] = onSmallDisk('/mnt', ['true']);
const canMount = spawnSync(mountProgram, mountArguments).status === 0;

/** Records and files of services, below a folder of data. */
async function fill(data: string, rules: number): Promise<void> {
  await mkdir(join(data, 'media', 'originals', originalName.slice(0, 2)), { recursive: true });
  await mkdir(join(data, 'media', 'evidence', 'a1'), { recursive: true });
  await mkdir(join(data, 'media', 'temporary', 'uploads'), { recursive: true });
  await writeFile(join(data, 'media', 'originals', originalName.slice(0, 2), originalName), original);
  await writeFile(join(data, 'media', 'evidence', 'a1', 'report.html'), '<p>report</p>');
  await writeFile(join(data, 'media', 'temporary', 'uploads', 'half'), 'half of an upload');
  await using store = await openSqliteStore({ file: join(data, 'vigil.sqlite') });
  const at = '2026-03-01T10:00:00.000Z';
  const records = Array.from({ length: rules }, (_, index) => ({
    id: `rule-${String(index).padStart(5, '0')}`,
    version: 3,
    createdAt: at,
    updatedAt: at,
    sentence: `sentence ${index}`,
    enabled: true,
    sourceIds: [],
    severity: 'info',
    budgetIncidentsPerDay: 1,
    createdBy: 'user',
  }));
  await store.importRecords('rules', records);
  await store.accounts.create('user', { id: 'u1', email: 'ada@example.org' });
}

/** Runs a command with another folder of data. */
function runWith(data: string, ...args: string[]): Promise<Ended> {
  return workplace.startCommand(workplace.command(...args), workplace.environment({ DATA_DIR: data })).ended;
}

describe('backup and restore', () => {
  it('bring records and files to another place, counted and equal', async () => {
    const [data, other] = [workplace.file('data'), workplace.file('other')];
    await fill(data, 250);
    const written = await workplace.run('backup', 'copy', '--media', '--progress', 'lines');
    expect(written).toMatchObject({ exitCode: 0 });
    expect(written.stdout).toMatch(/rules +250 +equal\naccounts\.user +1 +equal\ncounters +2 +equal\n/);
    expect(written.stdout).toContain('253 records, counted and compared: equal\n2 files, 0.0 MB, read back: equal\n');
    expect(written.stderr).toMatch(/progress: rules · copying · \d+ %/);
    expect((await readdir(workplace.file('copy'))).toSorted()).toEqual(['backup.json', 'media', 'store.sqlite']);
    expect(existsSync(workplace.file('copy/media/temporary'))).toBe(false);

    const restored = await runWith(other, 'restore', 'copy', '--json');
    expect(restored).toMatchObject({ exitCode: 0, stderr: '' });
    expect(JSON.parse(restored.stdout)).toMatchObject({
      equal: true,
      records: 253,
      media: { files: 2, bytes: original.length + 13 },
    });
    await using store = await openSqliteStore({ file: join(other, 'vigil.sqlite') });
    expect(await store.rules.get('rule-00249')).toMatchObject({ version: 3, sentence: 'sentence 249' });
    expect(await readFile(join(other, 'media/originals', originalName.slice(0, 2), originalName))).toEqual(original);
    expect(await readFile(join(other, 'media/evidence/a1/report.html'), 'utf8')).toBe('<p>report</p>');
  });

  it('is made while a service has the store open, of one moment', async () => {
    await fill(workplace.file('data'), 5);
    await using store = await openSqliteStore({ file: workplace.file('data/vigil.sqlite') });
    await store.rules.remove('rule-00001');
    expect(await workplace.run('backup', 'copy')).toMatchObject({ exitCode: 0 });
    await using copy = await openSqliteStore({ file: workplace.file('copy/store.sqlite'), readOnly: true });
    expect(await copy.rules.count({}, 10)).toBe(4);
    expect(existsSync(workplace.file('copy/media'))).toBe(false);
  });

  it('leaves originals where they are, as links', async () => {
    await fill(workplace.file('data'), 1);
    await workplace.run('backup', 'copy', '--media');
    const name = join('media/originals', originalName.slice(0, 2), originalName);
    const [there, here] = [await stat(workplace.file(join('data', name))), await stat(workplace.file(join('copy', name)))];
    expect(here.ino).toBe(there.ino);
  });

  it('refuses to write over anything, and to restore into a store that is not empty', async () => {
    await fill(workplace.file('data'), 3);
    await mkdir(workplace.file('copy'));
    await writeFile(workplace.file('copy/mine.txt'), 'mine');
    expect(await workplace.run('backup', 'copy')).toMatchObject({
      exitCode: 6,
      stdout: '',
      stderr: expect.stringContaining('is there already') as string,
    });
    expect(await readdir(workplace.file('copy'))).toEqual(['mine.txt']);
    await workplace.run('backup', 'good');
    expect(await workplace.run('restore', 'good')).toMatchObject({
      exitCode: 7,
      stderr: expect.stringContaining('--replace') as string,
    });
    expect(await workplace.run('restore', 'good', '--replace')).toMatchObject({ exitCode: 0 });
  });

  it('restores nothing that is damaged or no backup', async () => {
    await fill(workplace.file('data'), 3);
    const empty = workplace.file('empty');
    expect(await runWith(empty, 'restore', 'data')).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('no backup') as string,
    });
    await workplace.run('backup', 'copy', '--media');
    await writeFile(workplace.file('copy/media/evidence/a1/report.html'), '<p>another</p>');
    {
      await using changed = await openSqliteStore({ file: workplace.file('copy/store.sqlite'), singleFile: true });
      await changed.rules.update('rule-00001', (rule) => ({ ...rule, enabled: false }));
    }
    expect(await runWith(empty, 'restore', 'copy')).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('records of rules are not those') as string,
    });
    await using store = await openSqliteStore({ file: join(empty, 'vigil.sqlite') });
    expect(await store.rules.count({}, 10)).toBe(0);
    const name = join('copy/media/originals', originalName.slice(0, 2), originalName);
    await writeFile(workplace.file(name), 'rotten');
    expect(await runWith(workplace.file('third'), 'restore', 'copy')).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('its content is not what its name says') as string,
    });
  });

  it('leaves nothing behind when it is cancelled', async () => {
    await fill(workplace.file('data'), 20_000);
    const running = workplace.start('backup', 'copy', '--progress', 'lines');
    await running.saying(/copying · [1-9]\d? %/);
    running.process.kill('SIGINT');
    expect(await running.ended).toMatchObject({ exitCode: 130, stdout: '' });
    expect(await readdir(workplace.path)).toEqual(['data']);
  });

  it.skipIf(!canMount)('leaves nothing behind where the disk is full (needs the right to mount one)', async () => {
    await fill(workplace.file('data'), 5000);
    await mkdir(workplace.file('disk'));
    const ended = await workplace.startCommand(onSmallDisk('disk', workplace.command('backup', 'disk/copy'))).ended;
    expect(ended).toMatchObject({ exitCode: 6, stdout: '' });
    expect(ended.stderr).toMatch(/no space left for the database .*\nleft: \n$/);
  });
});

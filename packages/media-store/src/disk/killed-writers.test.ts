import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { openDiskMediaStore } from './open-disk-media-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigil-killed-writers-'));
const program = fileURLToPath(new URL('../testing/endless-writer-child.ts', import.meta.url));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A writer that has finished its first round. */
async function startWriter(): Promise<ChildProcess> {
  const writer = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(writer.stdout, 'data');
  return writer;
}

async function kill(writer: ChildProcess): Promise<void> {
  const closed = once(writer, 'close');
  writer.kill('SIGKILL');
  await closed;
}

it('leaves every file and folder whole wherever two writers on one folder are killed', async () => {
  await using store = await openDiskMediaStore({ folder, quotaBytes: null, reserveBytes: 0 });
  const bytesOf = async (key: string): Promise<Buffer> => await buffer(await store.read(key));
  for (let round = 0; round < 3; round++) {
    const writers = await Promise.all([startWriter(), startWriter()]);
    // Reading in between moves the moment of the kill about.
    for (let reads = 0; reads < round * 3; reads++) await bytesOf('reports/file');
    await Promise.all(writers.map(kill));
    await using later = await openDiskMediaStore({
      folder,
      quotaBytes: null,
      reserveBytes: 0,
      clock: () => Date.now() + 10,
      abandonedAfterMs: { writes: 0, others: 0 },
    });
    expect(['writes', 'uploads', 'work'].flatMap((name) => readdirSync(join(folder, 'temporary', name)))).toEqual([]);
    const file = await bytesOf('reports/file');
    expect(file).toEqual(Buffer.alloc(100_000, file[0]));
    const one = await bytesOf('evidence/folder/one');
    expect(one).toEqual(Buffer.alloc(100_000, one[0]));
    expect(await bytesOf('evidence/folder/two')).toEqual(one);
    const originals = await later.list('originals', 1000);
    expect(originals.length).toBeGreaterThan(0);
    for (const { key } of originals)
      expect(
        createHash('sha256')
          .update(await bytesOf(key))
          .digest('hex'),
      ).toBe(basename(key));
    expect(existsSync(join(folder, 'evidence', 'folder'))).toBe(true);
  }
});

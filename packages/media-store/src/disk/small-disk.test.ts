import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MediaStore } from '../media-store.ts';
import { openDiskMediaStore } from './open-disk-media-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigil-small-store-'));
const disk = join(folder, 'disk');
mkdirSync(disk);
const shell = (command: string): number | null => spawnSync('sh', ['-c', command, disk]).status;
const isMounted = shell('mount -t tmpfs -o size=2m none "$0"') === 0;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!isMounted)('a media store on a disk of its own (needs the right to mount one)', () => {
  let store: MediaStore;
  const large = Buffer.alloc(1_500_000, 7);
  const writes = (): string[] => readdirSync(join(disk, 'temporary', 'writes'));

  beforeAll(async () => {
    store = await openDiskMediaStore({ folder: disk, quotaBytes: null, reserveBytes: 0 });
  });
  afterAll(() => {
    shell('umount "$0"');
  });

  it('copies what lies on another disk', async () => {
    const outside = join(folder, 'work');
    mkdirSync(join(outside, 'clips'), { recursive: true });
    writeFileSync(join(outside, 'clips', 'a'), large);
    await store.adopt(outside, 'evidence/a');
    expect(await buffer(await store.read('evidence/a/clips/a'))).toEqual(large);
    expect(readdirSync(folder)).toEqual(['disk']);
    await store.remove('evidence/a');
  });

  it('takes an original from another disk', async () => {
    const path = join(folder, 'original');
    writeFileSync(path, large);
    const { key, added } = await store.adoptOriginal(path);
    expect(added).toBe(true);
    expect(await buffer(await store.read(key))).toEqual(large);
    expect(readdirSync(folder)).toEqual(['disk']);
  });

  it('says before it writes that there is no space, and leaves nothing', async () => {
    await expect(store.requireSpace(large.length)).rejects.toMatchObject({ code: 'disk-full' });
    await expect(store.write('reports/large', large)).rejects.toMatchObject({ code: 'disk-full' });
    const path = join(folder, 'second');
    writeFileSync(path, Buffer.alloc(1_500_000, 8));
    await expect(store.adoptOriginal(path)).rejects.toMatchObject({ code: 'disk-full' });
    expect(readdirSync(folder).toSorted()).toEqual(['disk', 'second']);
    expect(writes()).toEqual([]);
  });

  it('keeps its reserve, and goes on once there is space', async () => {
    await using careful = await openDiskMediaStore({ folder: disk, quotaBytes: null, reserveBytes: 400_000 });
    await expect(careful.write('reports/some', large.subarray(0, 300_000))).rejects.toMatchObject({ code: 'disk-full' });
    await store.write('reports/some', large.subarray(0, 300_000));
    const [original] = await store.list('originals', 1);
    await careful.remove(original.key);
    await careful.write('reports/more', large.subarray(0, 300_000));
  });

  it('says that nothing can be written', async () => {
    shell('mount -o remount,ro "$0"');
    await expect(store.write('reports/a', 'x')).rejects.toMatchObject({ code: 'not-writable' });
    await expect(store.remove('reports/more')).rejects.toMatchObject({ code: 'not-writable' });
    expect((await buffer(await store.read('reports/more'))).length).toBe(300_000);
  });
});

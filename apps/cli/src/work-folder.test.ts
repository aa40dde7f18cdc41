import { mkdir, mkdtemp, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { VigilError } from '@vigil/contracts';
import { afterAll, expect, it } from 'vitest';
import { closeWorkFolder, openWorkFolder } from './work-folder.ts';

const root = await mkdtemp(join(tmpdir(), 'vigil-work-'));
afterAll(async () => await rm(root, { recursive: true }));
const video = join(root, 'video.mp4');
await writeFile(video, 'one');
const work = join(root, 'work');

it('is found again by the same command, after a run that was cut off', async () => {
  const first = await openWorkFolder(work, [video], { budget: 5 });
  expect(first.resumed).toBe(false);
  await writeFile(join(first.path, 'checkpoint'), '');
  await closeWorkFolder(first, new VigilError('cancelled', 'stopped'));
  const second = await openWorkFolder(work, [video], { budget: 5 });
  expect(second.resumed).toBe(true);
  expect(await readdir(second.path)).toEqual(['checkpoint']);
  await closeWorkFolder(second, null);
  expect(await readdir(work)).toEqual([]);
});

it('is another for other settings and other contents', async () => {
  const first = await openWorkFolder(work, [video], { budget: 5 });
  await writeFile(join(first.path, 'checkpoint'), '');
  await closeWorkFolder(first, new VigilError('cancelled', 'stopped'));
  expect((await openWorkFolder(work, [video], { budget: 6 })).resumed).toBe(false);
  await writeFile(video, 'changed');
  expect((await openWorkFolder(work, [video], { budget: 5 })).resumed).toBe(false);
});

it("is no other run's while that is under way, and is found when both were cut off", async () => {
  const folders = await Promise.all(Array.from({ length: 5 }, () => openWorkFolder(work, [video], { budget: 7 })));
  expect(new Set(folders.map(({ path }) => path)).size).toBe(5);
  for (const folder of folders) {
    await writeFile(join(folder.path, 'checkpoint'), '');
    await closeWorkFolder(folder, new VigilError('cancelled', 'stopped'));
  }
  const again = await Promise.all(Array.from({ length: 5 }, () => openWorkFolder(work, [video], { budget: 7 })));
  expect(again.map(({ resumed }) => resumed).toSorted()).toEqual([false, false, false, false, true]);
});

it('is taken from a process that was killed, and not from one that runs', async () => {
  const folder = await openWorkFolder(work, [video], { budget: 8 });
  await writeFile(join(folder.path, 'checkpoint'), '');
  const [hash] = basename(folder.path).split('.');
  const [living, dead] = [`${hash}.${process.ppid}-.0`, `${hash}.${process.pid}-1.0`];
  await rename(folder.path, join(work, living));
  expect((await openWorkFolder(work, [video], { budget: 8 })).resumed).toBe(false);
  await rename(join(work, living), join(work, dead));
  const taken = await openWorkFolder(work, [video], { budget: 8 });
  expect(taken.resumed).toBe(true);
  expect(await readdir(work)).not.toContain(dead);
});

it('is removed where running again would fail again', async () => {
  const folder = await openWorkFolder(work, ['/no/such/file'], {});
  await closeWorkFolder(folder, new VigilError('file-missing', 'not there'));
  expect((await openWorkFolder(work, ['/no/such/file'], {})).resumed).toBe(false);
});

it('is removed when nobody came back to it', async () => {
  const old = join(work, 'old');
  await mkdir(old);
  await utimes(old, new Date(0), new Date(0));
  await openWorkFolder(work, [video], {});
  expect(await readdir(work)).not.toContain('old');
});

it('says where it cannot be made', async () => {
  await expect(openWorkFolder(join(video, 'work'), [], {})).rejects.toMatchObject({ code: 'not-writable' });
});

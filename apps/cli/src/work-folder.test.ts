import { mkdtemp, readdir, utimes, writeFile, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  expect(second).toEqual({ path: first.path, resumed: true });
  await closeWorkFolder(second, null);
  expect(await readdir(work)).toEqual([]);
});

it('is another for other settings and other contents', async () => {
  const { path } = await openWorkFolder(work, [video], { budget: 5 });
  expect((await openWorkFolder(work, [video], { budget: 6 })).path).not.toBe(path);
  await writeFile(video, 'changed');
  expect((await openWorkFolder(work, [video], { budget: 5 })).path).not.toBe(path);
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

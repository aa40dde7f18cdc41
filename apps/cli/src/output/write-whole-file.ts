import { open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { VigilError } from '@vigil/contracts';
import { writing } from './write-failure.ts';

/**
 * Writes a file under a temporary name beside it and renames it when all of it is on the disk, so that what has the name is always whole.
 *
 * @throws VigilError `disk-full`, `not-writable`
 */
export async function writeWholeFile(path: string, content: string | Uint8Array): Promise<void> {
  const target = resolve(path);
  const partial = join(dirname(target), `.${basename(target)}.${process.pid}.partial`);
  await writing(path, async () => {
    try {
      {
        await using file = await open(partial, 'w');
        await file.writeFile(content);
        await file.sync();
      }
      await rename(partial, target);
    } finally {
      await rm(partial, { force: true });
    }
  });
}

/**
 * Sees to it that {@link writeWholeFile} can write there, before the work that leads to it begins.
 *
 * @throws VigilError `not-writable`, `disk-full`
 */
export async function checkWritable(path: string): Promise<void> {
  const target = resolve(path);
  const found = await stat(target).catch(() => null);
  if (found?.isDirectory() === true)
    throw new VigilError('not-writable', `${JSON.stringify(path)}: is a folder; name a file`, { path });
  const probe = join(dirname(target), `.${basename(target)}.${process.pid}.probe`);
  await writing(path, async () => {
    await writeFile(probe, '');
    await rm(probe, { force: true });
  });
}

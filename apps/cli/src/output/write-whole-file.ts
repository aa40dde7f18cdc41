import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { writing } from './write-failure.ts';

/**
 * Writes a file under a temporary name beside it and renames it when all of it is on the disk, so that what has the name is always whole.
 *
 * @throws VigilError `disk-full`, `not-writable`
 */
export async function writeWholeFile(path: string, text: string): Promise<void> {
  const target = resolve(path);
  const partial = join(dirname(target), `.${basename(target)}.${process.pid}.partial`);
  await writing(path, async () => {
    try {
      {
        await using file = await open(partial, 'w');
        await file.writeFile(text);
        await file.sync();
      }
      await rename(partial, target);
    } finally {
      await rm(partial, { force: true });
    }
  });
}

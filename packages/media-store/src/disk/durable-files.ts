import { constants, mkdir, open, opendir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { VigilError } from '@vigil/contracts';

/** Waits until the content of a file is on the disk. */
export async function syncFile(path: string): Promise<void> {
  await using file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  await file.sync();
}

/** Waits until the names in a folder are on the disk. */
export async function syncFolder(path: string): Promise<void> {
  await using folder = await open(path, constants.O_RDONLY | constants.O_DIRECTORY);
  await folder.sync();
}

/**
 * Waits until a folder with all that is below it is on the disk.
 *
 * @throws VigilError `bad-request` for anything below it that is neither a file nor a folder, such as a link
 */
export async function syncTree(path: string): Promise<void> {
  for await (const entry of await opendir(path)) {
    const below = join(path, entry.name);
    if (entry.isDirectory()) await syncTree(below);
    else if (entry.isFile()) await syncFile(below);
    else throw new VigilError('bad-request', `${entry.name}: is neither a file nor a folder; only those are stored`);
  }
  await syncFolder(path);
}

/** Makes a folder and those above it, and waits until their names are on the disk. */
export async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (first === undefined) return;
  const above = dirname(first);
  for (let folder = dirname(path); folder.length >= above.length; folder = dirname(folder)) {
    await syncFolder(folder);
    if (folder === above) break;
  }
}

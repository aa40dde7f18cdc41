import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { copyFile, link, mkdir, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { VigilError } from '@vigil/contracts';
import { writing } from '../output/write-failure.ts';

/** Folder of files in progress: no part of a copy. */
const temporaryName = 'temporary';

/** Area of the files that are named by the hash of their content and never change. */
const originalsName = 'originals';

/** Files that were copied. */
export interface CopiedMedia {
  readonly files: number;
  readonly bytes: number;
}

/** How media files are copied. */
export interface MediaCopyOptions {
  readonly signal: AbortSignal;
  /** Called with the bytes that are done. */
  readonly onProgress: (bytes: number) => void;
}

/**
 * Copies the files of a media folder and reads every copy back. Originals are hard links where both folders are on one disk: they
 * are never written again, only removed.
 *
 * @throws VigilError `disk-full`, `not-writable`, `cancelled`, `file-unreadable` where a copy differs or a file is not what its name says
 */
export async function copyMedia(from: string, to: string, { signal, onProgress }: MediaCopyOptions): Promise<CopiedMedia> {
  let [files, bytes] = [0, 0];
  for await (const path of filesOf(from)) {
    signal.throwIfAborted();
    const name = relative(from, path);
    const size = await copyOne(path, join(to, name), name.startsWith(originalsName));
    // Retention may have removed the file since it was listed.
    if (size === null) continue;
    files++;
    bytes += size;
    onProgress(bytes);
  }
  return { files, bytes };
}

/** Bytes of the files of a media folder. */
export async function mediaBytes(folder: string): Promise<number> {
  let bytes = 0;
  for await (const path of filesOf(folder)) bytes += (await statOrNull(path))?.size ?? 0;
  return bytes;
}

/** Copies a file under a name of its own first, so that it is there whole or not at all. Null where the source is gone. */
async function copyOne(from: string, to: string, isOriginal: boolean): Promise<number | null> {
  const source = await statOrNull(from);
  if (source === null) return null;
  await writing(to, () => mkdir(dirname(to), { recursive: true }));
  const partial = `${to}.partial`;
  await writing(to, async () => {
    await rm(partial, { force: true });
    if (!isOriginal || !(await isLinked(from, partial))) await copyFile(from, partial, constants.COPYFILE_FICLONE);
  });
  try {
    await verify(from, partial, isOriginal);
    await writing(to, () => rename(partial, to));
  } finally {
    await rm(partial, { force: true });
  }
  return source.size;
}

/** Whether a hard link could be made; other disks and some file systems have none. */
async function isLinked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EXDEV' || code === 'EPERM' || code === 'EMLINK' || code === 'ENOTSUP') return false;
    throw error;
  }
}

async function verify(from: string, copy: string, isOriginal: boolean): Promise<void> {
  const hash = await hashOf(copy);
  const expected = isOriginal ? (from.split(/[\\/]/).at(-1) ?? '') : await hashOf(from);
  if (hash === expected) return;
  const message = isOriginal
    ? `${JSON.stringify(from)} is damaged: its content is not what its name says`
    : `the copy of ${JSON.stringify(from)} differs: the file changed meanwhile, or a disk is damaged`;
  throw new VigilError('file-unreadable', message, { path: from });
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function statOrNull(path: string): Promise<{ readonly size: number } | null> {
  try {
    return await stat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Paths of all files below a folder, but of those in progress; none where there is no folder. */
async function* filesOf(folder: string): AsyncGenerator<string> {
  if ((await statOrNull(folder)) === null) return;
  for await (const entry of await opendir(folder, { recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !relative(folder, path).startsWith(temporaryName)) yield path;
  }
}

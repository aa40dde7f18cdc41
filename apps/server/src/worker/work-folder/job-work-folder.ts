import { copyFile, constants, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Job } from '@vigil/contracts';
import { writeFailure } from '@vigil/pipeline';

/**
 * The folder in which attempts at a job leave what the next one goes on from. Its name is `JOB.ATTEMPT.TOKEN`: the holder of the
 * lease takes it over by renaming it.
 */
export interface JobWorkFolder {
  readonly path: string;
  /** Whether an earlier attempt left something in it. */
  readonly resumed: boolean;
}

/**
 * Takes over what the last attempt left, or makes a new folder. A process of an earlier attempt that still lives can do no harm: its
 * folder is gone from where it knew it, and the files it has open are not the ones that go on, for those are copies.
 *
 * @param root Folder of all work folders.
 * @param token Anything that no other attempt has.
 * @throws VigilError `disk-full`, `not-writable`
 */
export async function takeWorkFolder(root: string, job: Job, token: string): Promise<JobWorkFolder> {
  const path = join(root, `${job.id}.${job.attempts}.${token}`);
  try {
    await mkdir(root, { recursive: true });
    const left = await foldersOf(root, job.id);
    const taken = left.length > 0 && (await tryRename(join(root, left[0]), path));
    if (taken) await makeOwn(path);
    else await mkdir(path);
    for (const name of left.slice(1)) await rm(join(root, name), { recursive: true, force: true });
    return { path, resumed: taken };
  } catch (cause) {
    throw writeFailure(path, cause);
  }
}

/** Removes all that attempts at a job left. */
export async function removeWorkFolders(root: string, jobId: string): Promise<void> {
  for (const name of await foldersOf(root, jobId)) await rm(join(root, name), { recursive: true, force: true });
}

/** Id of the job that a work folder belongs to; null for a folder that is none. */
export function jobIdOfFolder(name: string): string | null {
  return /^([a-z0-9]{26})\.\d+\.[^.]+$/.exec(name)?.[1] ?? null;
}

/** Names of the folders of a job, the last attempt's first. */
async function foldersOf(root: string, jobId: string): Promise<string[]> {
  const names = (await readdir(root)).filter((name) => jobIdOfFolder(name) === jobId);
  const attemptOf = (name: string): number => Number(name.split('.')[1]);
  return names.toSorted((a, b) => attemptOf(b) - attemptOf(a));
}

/** False where another one was first. */
async function tryRename(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** Puts copies in the place of all files. */
async function makeOwn(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await makeOwn(path);
    else {
      await copyFile(path, `${path}.copy`, constants.COPYFILE_FICLONE);
      await rename(`${path}.copy`, path);
    }
  }
}

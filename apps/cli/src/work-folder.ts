import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { VigilError } from '@vigil/contracts';
import { writing } from './output/write-failure.ts';
import { isRunning, processIdentity } from './process-identity.ts';

const abandonedAfterMs = 7 * 24 * 3600 * 1000;
/** Ends of a run after which the same command may go on where it stopped. */
const resumable: readonly VigilError['code'][] = ['cancelled', 'disk-full', 'not-writable', 'media-process-stalled', 'internal'];

/**
 * The folder of a run's checkpoint. Its name begins with a hash of inputs and settings, so that the same command finds it again, and
 * goes on with the process that works in it, so that no other does: `HASH`, free; `HASH.PID-START.RANDOM`, taken. To take and to give
 * back is to rename, which one process alone can do.
 */
export interface WorkFolder {
  readonly path: string;
  /** Whether an earlier run left something in it. */
  readonly resumed: boolean;
}

/**
 * Opens a folder for a run: the one that an earlier run of the same left, or a new one. A run of the same that is under way keeps its own.
 * Folders that nobody came back to for a week are removed.
 *
 * @param root Folder of all work folders; the processes that share it are of one machine.
 * @param files Input files; changed contents are another run. Files that do not exist are left to the run to complain about.
 * @param settings Whatever else makes the run what it is.
 * @throws VigilError `disk-full`, `not-writable`
 */
export async function openWorkFolder(
  root: string,
  files: readonly string[],
  settings: Record<string, unknown>,
): Promise<WorkFolder> {
  const identities = await Promise.all(files.map(identityOf));
  const hash = createHash('sha256').update(JSON.stringify({ identities, settings })).digest('hex').slice(0, 24);
  const path = join(root, `${hash}.${processIdentity()}.${randomBytes(4).toString('hex')}`);
  return await writing(root, async () => {
    await mkdir(root, { recursive: true });
    const resumed = await takeOver(root, hash, path);
    if (!resumed) await mkdir(path);
    await removeAbandoned(root);
    return { path, resumed: resumed && (await readdir(path)).length > 0 };
  });
}

/** Removes the folder after the run; gives it back where the same command can go on. */
export async function closeWorkFolder(folder: WorkFolder, error: VigilError | null): Promise<void> {
  if (error !== null && resumable.includes(error.code)) {
    const { hash } = partsOf(basename(folder.path));
    if (await tryRename(folder.path, join(dirname(folder.path), hash))) return;
  }
  await rm(folder.path, { recursive: true, force: true });
}

/** Takes what a run of the same left, be it that it gave its folder back or that it was killed. */
async function takeOver(root: string, hash: string, path: string): Promise<boolean> {
  const names = await readdir(root);
  for (const name of names.toSorted()) {
    if (partsOf(name).hash === hash && !isTaken(name) && (await tryRename(join(root, name), path))) return true;
  }
  return false;
}

/** False where another process was first, or where something is in the way. */
async function tryRename(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

function partsOf(name: string): { hash: string; owner: string | undefined } {
  const [hash, owner] = name.split('.');
  return { hash, owner };
}

function isTaken(name: string): boolean {
  const { owner } = partsOf(name);
  return owner !== undefined && isRunning(owner);
}

async function identityOf(file: string): Promise<unknown> {
  try {
    const [path, { size, mtimeMs }] = await Promise.all([realpath(file), stat(file)]);
    return [path, size, mtimeMs];
  } catch {
    return [file];
  }
}

async function removeAbandoned(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    const path = join(root, name);
    const found = isTaken(name) ? null : await stat(path).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > abandonedAfterMs) await rm(path, { recursive: true, force: true });
  }
}

import { createHash } from 'node:crypto';
import { mkdir, readdir, realpath, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { VigilError } from '@vigil/contracts';
import { writing } from './output/write-failure.ts';

const abandonedAfterMs = 7 * 24 * 3600 * 1000;
/** Ends of a run after which the same command may go on where it stopped. */
const resumable: readonly VigilError['code'][] = ['cancelled', 'disk-full', 'not-writable', 'media-process-stalled', 'internal'];

/** The folder of a run's checkpoint. Its name follows from the inputs and settings, so that the same command finds it again. */
export interface WorkFolder {
  readonly path: string;
  /** Whether an earlier run left something in it. */
  readonly resumed: boolean;
}

/**
 * Opens the folder of a run, and removes folders that nobody came back to for a week.
 *
 * @param root Folder of all work folders.
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
  const path = join(root, hash);
  return await writing(root, async () => {
    await mkdir(path, { recursive: true });
    await removeAbandoned(root, hash);
    return { path, resumed: (await readdir(path)).length > 0 };
  });
}

/** Removes the folder after the run; keeps it where the same command can go on. */
export async function closeWorkFolder(folder: WorkFolder, error: VigilError | null): Promise<void> {
  if (error === null || !resumable.includes(error.code)) await rm(folder.path, { recursive: true, force: true });
}

async function identityOf(file: string): Promise<unknown> {
  try {
    const [path, { size, mtimeMs }] = await Promise.all([realpath(file), stat(file)]);
    return [path, size, mtimeMs];
  } catch {
    return [file];
  }
}

async function removeAbandoned(root: string, ours: string): Promise<void> {
  for (const name of await readdir(root)) {
    const path = join(root, name);
    const found = name === ours ? null : await stat(path).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > abandonedAfterMs) await rm(path, { recursive: true, force: true });
  }
}

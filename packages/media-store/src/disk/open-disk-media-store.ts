import { mkdir, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type MediaStore, mediaAreas } from '../media-store.ts';
import { DiskMediaStore } from './disk-media-store.ts';
import { syncFolder } from './durable-files.ts';
import { writing } from './file-failure.ts';
import { SpaceGuard } from './space-guard.ts';
import { StoredPlaces } from './stored-places.ts';

const hourMs = 3_600_000;

/** Where and how a media store of the disk keeps its files. */
export interface DiskMediaStoreOptions {
  /** Made where it is not there. */
  readonly folder: string;
  /** Most bytes of all files together; null sets no limit. */
  readonly quotaBytes: number | null;
  /** Free bytes of the disk that are left to others. */
  readonly reserveBytes: number;
  /** Wall clock, milliseconds since 1970; that of the system where left out. */
  readonly clock?: () => number;
  /**
   * After so long without a change a write counts as abandoned, and an upload or work folder, milliseconds; an hour and a week where
   * left out.
   */
  readonly abandonedAfterMs?: { readonly writes: number; readonly others: number };
}

/**
 * Opens the media store of a folder and removes what killed writers left in it long ago. Any number of processes may have the same
 * folder open, on a disk of this machine.
 *
 * @throws VigilError `not-writable`, `disk-full` where the folders cannot be made
 */
export async function openDiskMediaStore(options: DiskMediaStoreOptions): Promise<MediaStore> {
  const { quotaBytes, reserveBytes, clock = Date.now, abandonedAfterMs = { writes: hourMs, others: 7 * 24 * hourMs } } = options;
  const folder = resolve(options.folder);
  const root = await writing('media store', async () => {
    await mkdir(folder, { recursive: true });
    return await realpath(folder);
  });
  const temporaryFolder = join(root, 'temporary');
  const temporary = {
    uploads: join(temporaryFolder, 'uploads'),
    work: join(temporaryFolder, 'work'),
    writes: join(temporaryFolder, 'writes'),
  };
  await writing('media store', async () => {
    const folders = [...mediaAreas.map((area) => join(root, area)), ...Object.values(temporary)];
    for (const path of folders) await mkdir(path, { recursive: true });
    await syncFolder(root);
  });
  const guard = new SpaceGuard({ folder: root, temporaryFolder, quotaBytes, reserveBytes });
  const store = new DiskMediaStore({ places: new StoredPlaces(root), temporary, guard, clock, abandonedAfterMs });
  await store.removeAbandoned();
  return store;
}

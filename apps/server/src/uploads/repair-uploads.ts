import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaStore } from '@vigil/media-store';
import type { Clock } from '@vigil/store';
import { recallFormFile } from './form-file.ts';
import { isWhole, ResumableUploads } from './resumable-uploads.ts';
import type { UploadDesk } from './upload-desk.ts';
import { uploadExpiryMs } from './upload-files.ts';

/**
 * Takes in uploads that had arrived whole when a service was killed, and removes those that were given up. For the start of a service.
 *
 * @returns How many were taken in, and how many files were removed.
 */
export async function repairUploads(desk: UploadDesk): Promise<{ readonly takenIn: number; readonly removed: number }> {
  const { media, clock, log } = desk.context;
  const removed = await removeExpiredUploads({ media, clock });
  const uploads = new ResumableUploads(desk);
  let takenIn = await completeForms(desk);
  for (const name of await readdir(media.temporaryFolder('uploads'))) {
    if (!name.endsWith('.json')) continue;
    const upload = await uploads.files.getUpload(name.slice(0, -'.json'.length)).catch(() => null);
    if (upload === null || !isWhole(upload)) continue;
    try {
      const { video } = await uploads.takeIn(upload);
      takenIn++;
      log.info({ videoId: video.id }, 'an upload that had arrived whole was taken in');
    } catch (error) {
      // One that is no video is gone now; any other is tried again when its client asks, and at the next start.
      log.warn({ err: error, upload: upload.id }, 'an upload that had arrived whole could not be taken in');
    }
  }
  return { takenIn, removed };
}

/**
 * Goes on with files of forms whose video was stored when the service was killed, and which nothing would look at otherwise: whoever
 * sent them got no answer. Files that had not got so far are sent again by their client, and expire.
 */
async function completeForms(desk: UploadDesk): Promise<number> {
  const { media, store, log } = desk.context;
  const folder = media.temporaryFolder('uploads');
  let completed = 0;
  for (const name of await readdir(folder)) {
    const remembered = await recallFormFile(folder, name);
    if (remembered === null || (await store.videos.get(remembered.file.id)) === null) continue;
    try {
      await desk.takeIn(remembered.file, remembered.wishes);
      completed++;
      log.info({ videoId: remembered.file.id }, 'a form that was cut off was completed');
    } catch (error) {
      log.warn({ err: error, upload: remembered.file.id }, 'a form that was cut off could not be completed');
    }
  }
  return completed;
}

/** Removes uploads that nobody has gone on with for long, and halves of forms that a killed service left; returns how many files. */
export async function removeExpiredUploads({
  media,
  clock,
}: {
  readonly media: MediaStore;
  readonly clock: Clock;
}): Promise<number> {
  const folder = media.temporaryFolder('uploads');
  const names = await readdir(folder);
  const groups = Map.groupBy(names, (name) => name.split('.')[0]);
  let removed = 0;
  for (const group of groups.values()) {
    const changes = await Promise.all(group.map(async (name) => await lastChangeMs(join(folder, name))));
    if (Math.max(...changes) >= clock() - uploadExpiryMs) continue;
    for (const name of group) await rm(join(folder, name), { force: true });
    removed += group.length;
  }
  return removed;
}

async function lastChangeMs(path: string): Promise<number> {
  const facts = await stat(path).catch(() => null);
  return facts === null ? 0 : Math.max(facts.mtimeMs, facts.ctimeMs);
}

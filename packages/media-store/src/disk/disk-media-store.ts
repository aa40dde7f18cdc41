import { link, lstat, open, rename, rm, unlink, utimes } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { VigilError } from '@vigil/contracts';
import { type InProgressOptions, type MediaFile, type MediaStore, type MediaUsage, originalKey } from '../media-store.ts';
import { hashFile } from './content-hash.ts';
import { syncFile, syncFolder } from './durable-files.ts';
import { isMissing, writing } from './file-failure.ts';
import { filesBelow } from './list-files.ts';
import { partsOfPrefix } from './media-key.ts';
import { handedOver, moveDurably } from './move-durably.ts';
import { bytesOf, type SpaceGuard } from './space-guard.ts';
import type { StoredPlaces } from './stored-places.ts';
import { writeInProgress } from './write-in-progress.ts';
import { newTemporaryPath, removeAbandoned, replacedPath } from './temporary-files.ts';

/** Bytes of a stream that are read ahead. */
const readAheadBytes = 1 << 18;

/** Folders of files in progress. */
export interface TemporaryFolders {
  readonly uploads: string;
  readonly work: string;
  /** Writes and replacements of the store itself. */
  readonly writes: string;
}

/** What a {@link DiskMediaStore} is made of. */
export interface DiskMediaStoreParts {
  readonly places: StoredPlaces;
  readonly temporary: TemporaryFolders;
  readonly guard: SpaceGuard;
  /** Wall clock, milliseconds since 1970. */
  readonly clock: () => number;
  /** After so long without a change a write counts as abandoned, and an upload or work folder, milliseconds. */
  readonly abandonedAfterMs: { readonly writes: number; readonly others: number };
}

/** A media store in one folder of a local disk, which any number of processes may use at the same time. */
export class DiskMediaStore implements MediaStore {
  readonly #parts: DiskMediaStoreParts;

  constructor(parts: DiskMediaStoreParts) {
    this.#parts = parts;
  }

  temporaryFolder(name: 'uploads' | 'work'): string {
    return this.#parts.temporary[name];
  }

  async writeInProgress(path: string, content: AsyncIterable<Uint8Array>, options: InProgressOptions): Promise<number> {
    const { guard, temporary } = this.#parts;
    const folder = dirname(resolve(path));
    if (folder !== temporary.uploads && folder !== temporary.work)
      throw new VigilError('bad-request', 'file in progress: is not in a folder for those');
    return await writeInProgress({ path, content, guard, ...options });
  }

  async adoptOriginal(path: string): Promise<MediaFile & { readonly sha256: string; readonly added: boolean }> {
    if (!(await handedOver(path, 'original')).isFile())
      throw new VigilError('bad-request', 'original: is a folder; only a file is an original');
    const { sha256, sizeBytes } = await hashFile(path);
    const key = originalKey(sha256);
    return await writing(key, async () => {
      const place = await this.#parts.places.placeToWrite(key);
      const now = new Date(this.#parts.clock());
      const added = !(await this.#isThere(place, sizeBytes, now));
      if (added) {
        await utimes(path, now, now);
        await this.#move(path, place, key);
      } else await rm(path);
      return { key, sizeBytes, modifiedAt: now.toISOString(), sha256, added };
    });
  }

  async adopt(path: string, key: string): Promise<void> {
    this.#parts.places.placeOf(key);
    await handedOver(path, key);
    await writing(key, async () => await this.#move(path, await this.#parts.places.placeToWrite(key), key));
  }

  async write(key: string, content: Uint8Array | string): Promise<MediaFile> {
    const { places, guard, temporary } = this.#parts;
    places.placeOf(key);
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    await guard.require(bytes.byteLength);
    return await writing(key, async () => {
      const partial = newTemporaryPath(temporary.writes);
      try {
        {
          await using file = await open(partial, 'wx');
          await file.writeFile(bytes);
        }
        await this.#move(partial, await places.placeToWrite(key), key);
      } finally {
        await rm(partial, { force: true });
      }
      guard.changed(bytes.byteLength);
      return (await places.find(key)).file;
    });
  }

  async stat(key: string): Promise<MediaFile | null> {
    try {
      return (await this.#parts.places.find(key)).file;
    } catch (error) {
      if (error instanceof VigilError && error.code === 'not-found') return null;
      throw error;
    }
  }

  async pathOf(key: string): Promise<string> {
    return (await this.#parts.places.find(key)).path;
  }

  async read(key: string, range?: { readonly start: number; readonly end: number }): Promise<Readable> {
    const { file, sizeBytes } = await this.#parts.places.open(key);
    if (range === undefined) return file.createReadStream({ highWaterMark: readAheadBytes });
    const { start, end } = range;
    if (Number.isSafeInteger(start) && start >= 0 && start <= end && end < sizeBytes)
      return file.createReadStream({ start, end, highWaterMark: readAheadBytes });
    await file.close();
    const message = `${key}: bytes ${start} to ${end} do not lie within its ${sizeBytes} bytes`;
    throw new VigilError('range-unsatisfiable', message, { key, start, end, sizeBytes });
  }

  async remove(key: string, unchangedSince?: Date): Promise<boolean> {
    const { places, guard, temporary } = this.#parts;
    const place = places.placeOf(key);
    const limitMs = unchangedSince?.getTime() ?? Number.POSITIVE_INFINITY;
    return await writing(key, async () => {
      if (!(await isOlder(place, limitMs))) return false;
      // Out of its place first: a reader sees all of it or nothing, and a renewal from now on finds the place empty.
      const removed = replacedPath(temporary.writes, key);
      try {
        await rename(place, removed);
      } catch (error) {
        if (isMissing(error)) return false;
        throw error;
      }
      if (!(await isOlder(removed, limitMs))) {
        await link(removed, place).catch(() => undefined);
        await unlink(removed);
        return false;
      }
      await syncFolder(dirname(place));
      guard.changed(-(await bytesOf(removed)));
      await rm(removed, { recursive: true, force: true });
      return true;
    });
  }

  async list(prefix: string, limit: number, after?: string): Promise<MediaFile[]> {
    partsOfPrefix(prefix);
    const files: MediaFile[] = [];
    if (limit <= 0) return files;
    for await (const file of filesBelow({ root: this.#parts.places.root, prefix, after: after ?? null })) {
      files.push(file);
      if (files.length >= limit) break;
    }
    return files;
  }

  async usage(): Promise<MediaUsage> {
    return await this.#parts.guard.usage();
  }

  async requireSpace(bytes: number): Promise<void> {
    await this.#parts.guard.require(bytes);
  }

  async removeAbandoned(): Promise<number> {
    const { temporary, places, clock, abandonedAfterMs } = this.#parts;
    const placeOf = (key: string): string => places.placeOf(key);
    let removed = await removeAbandoned({ folder: temporary.writes, beforeMs: clock() - abandonedAfterMs.writes, placeOf });
    for (const folder of [temporary.uploads, temporary.work])
      removed += await removeAbandoned({ folder, beforeMs: clock() - abandonedAfterMs.others });
    return removed;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#parts.guard.idle();
  }

  /** Whether an original is there already; it is as new as one that was adopted now. */
  async #isThere(place: string, sizeBytes: number, now: Date): Promise<boolean> {
    try {
      await utimes(place, now, now);
      const facts = await lstat(place);
      if (!facts.isFile() || facts.size !== sizeBytes) return false;
      // Another process may have put it there a moment ago and not have synchronised it yet.
      await syncFile(place);
      await syncFolder(dirname(place));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  async #move(from: string, place: string, key: string): Promise<void> {
    const { guard, temporary, places } = this.#parts;
    const isOurs = from.startsWith(join(places.root, '/'));
    const bytes = isOurs ? 0 : await bytesOf(from);
    await moveDurably({ writesFolder: temporary.writes, guard }, from, place, key);
    guard.changed(bytes);
  }
}

/** Whether a file was changed before a time; true for folders, false where there is nothing. */
async function isOlder(path: string, limitMs: number): Promise<boolean> {
  try {
    const facts = await lstat(path);
    return !facts.isFile() || facts.mtimeMs < limitMs;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

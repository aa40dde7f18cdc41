import { lstat, realpath, type FileHandle, open } from 'node:fs/promises';
import { constants, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { VigilError } from '@vigil/contracts';
import type { MediaFile } from '../media-store.ts';
import { makeFolder } from './durable-files.ts';
import { isMissing, systemCodeOf } from './file-failure.ts';
import { partsOfKey } from './media-key.ts';

/** Where keys lie below the root of a store. A link on the way is refused, whoever put it there and wherever it leads. */
export class StoredPlaces {
  /** Without links. */
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /** Path of a key, whether there is something or not. @throws VigilError `bad-request` for a text that is no key */
  placeOf(key: string): string {
    return join(this.root, ...partsOfKey(key));
  }

  /**
   * Path of a key to write to, with the folder above it made.
   *
   * @throws VigilError `bad-request`; system errors of making a folder
   */
  async placeToWrite(key: string): Promise<string> {
    const place = this.placeOf(key);
    const above = dirname(place);
    await makeFolder(above);
    if ((await realpath(above)) !== above) throw linkRefused(key);
    return place;
  }

  /**
   * Opens a stored file.
   *
   * @throws VigilError `not-found` where there is no file, `bad-request` where a link is on the way
   */
  async open(key: string): Promise<{ readonly file: FileHandle; readonly sizeBytes: number }> {
    const place = await this.#existing(key);
    const file = await open(place, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch((error: unknown) => {
      throw systemCodeOf(error) === 'ELOOP' ? linkRefused(key) : isMissing(error) ? notFound(key) : error;
    });
    const facts = await file.stat();
    if (facts.isFile()) return { file, sizeBytes: facts.size };
    await file.close();
    throw notFound(key);
  }

  /** Path and facts of a stored file. @throws VigilError `not-found`, `bad-request` as {@link open} */
  async find(key: string): Promise<{ readonly path: string; readonly file: MediaFile }> {
    const path = await this.#existing(key);
    const facts = await lstat(path).catch((error: unknown) => {
      throw isMissing(error) ? notFound(key) : error;
    });
    if (!facts.isFile()) throw notFound(key);
    return { path, file: mediaFileOf(key, facts) };
  }

  async #existing(key: string): Promise<string> {
    const place = this.placeOf(key);
    const real = await realpath(place).catch((error: unknown) => {
      throw isMissing(error) ? notFound(key) : error;
    });
    if (real !== place) throw linkRefused(key);
    return place;
  }
}

/** Facts of a file from those that the system tells. */
export function mediaFileOf(key: string, { size, mtimeMs }: Stats): MediaFile {
  return { key, sizeBytes: size, modifiedAt: new Date(mtimeMs).toISOString() };
}

function notFound(key: string): VigilError {
  return new VigilError('not-found', `${key}: there is no such file in the media store`, { key });
}

function linkRefused(key: string): VigilError {
  return new VigilError('bad-request', `${key}: a link lies on the way; the media store follows none`, { key });
}

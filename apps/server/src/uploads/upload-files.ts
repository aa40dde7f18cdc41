import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import { type MediaStore, writing } from '@vigil/media-store';

/** What the tus server keeps of an upload. */
export type Upload = NonNullable<Awaited<ReturnType<FileStore['configstore']['get']>>>;

/** Ids of uploads, which are names of files. */
const idPattern = /^[a-z0-9]{1,64}$/;

/** After so long an unfinished upload is given up, milliseconds. */
export const uploadExpiryMs = 48 * 3_600_000;

/** Records of unfinished uploads, one file each beside the data, there whole or not at all. */
class UploadRecords {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async get(id: string): Promise<Upload | undefined> {
    if (!idPattern.test(id)) return undefined;
    try {
      return JSON.parse(await readFile(this.#path(id), 'utf8')) as Upload;
    } catch {
      return undefined;
    }
  }

  async set(id: string, record: Upload): Promise<void> {
    const partial = `${this.#path(id)}.partial`;
    await writeFile(partial, JSON.stringify(record), { mode: 0o600, flush: true });
    await rename(partial, this.#path(id));
  }

  async delete(id: string): Promise<void> {
    await rm(this.#path(id), { force: true });
  }

  #path(id: string): string {
    return join(this.#folder, `${id}.json`);
  }
}

/** Unfinished uploads in the media store: written with an eye on the space left, and on the disk before they are acknowledged. */
export class UploadFiles extends FileStore {
  readonly #media: MediaStore;
  readonly #limitBytes: number;

  constructor(media: MediaStore, limitBytes: number) {
    const directory = media.temporaryFolder('uploads');
    super({ directory, configstore: new UploadRecords(directory), expirationPeriodInMilliseconds: uploadExpiryMs });
    this.#media = media;
    this.#limitBytes = limitBytes;
  }

  /** Path of an upload's data. */
  pathOf(id: string): string {
    return join(this.directory, id);
  }

  override async create(upload: Upload): Promise<Upload> {
    await this.#media.requireSpace(upload.size ?? 0);
    return await writing('upload', async () => await super.create(upload));
  }

  override async write(content: Readable, id: string, offset: number): Promise<number> {
    return await this.#media.writeInProgress(this.pathOf(id), content, { offset, limitBytes: this.#limitBytes });
  }
}

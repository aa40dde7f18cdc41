import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DiskMediaStoreOptions, openDiskMediaStore } from '../disk/open-disk-media-store.ts';
import type { MediaStore } from '../media-store.ts';

/** A store in a folder of its own. */
export class MediaBench implements AsyncDisposable {
  /** Folder that the store's folder lies in, for what is outside of it. */
  readonly base: string;
  readonly folder: string;
  readonly store: MediaStore;

  private constructor(base: string, folder: string, store: MediaStore) {
    this.base = base;
    this.folder = folder;
    this.store = store;
  }

  /** Opens an empty store. */
  static async open(): Promise<MediaBench> {
    const base = mkdtempSync(join(tmpdir(), 'vigil-media-store-'));
    const folder = join(base, 'media');
    return new MediaBench(base, folder, await openDiskMediaStore({ folder, quotaBytes: null, reserveBytes: 0 }));
  }

  /** Opens the same folder once more, as another process does. */
  async openAgain(options: Partial<DiskMediaStoreOptions> = {}): Promise<MediaStore> {
    return await openDiskMediaStore({ folder: this.folder, quotaBytes: null, reserveBytes: 0, ...options });
  }

  /** A finished file outside of the store's areas. */
  finished(name: string, content: string | Uint8Array): string {
    const path = join(this.store.temporaryFolder('uploads'), name);
    writeFileSync(path, content);
    return path;
  }

  /** Names of what is being written. */
  filesInProgress(): string[] {
    return readdirSync(join(this.folder, 'temporary', 'writes'));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.store[Symbol.asyncDispose]();
    rmSync(this.base, { recursive: true, force: true });
  }
}

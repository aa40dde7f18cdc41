import type { PreviousUpload, UrlStorage } from 'tus-js-client';
import { type UploadWishes, wishesIn } from './upload-wishes.ts';

/** An upload that was begun in this browser and has not ended. */
export interface ResumeEntry {
  readonly fingerprint: string;
  readonly uploadUrl: string;
  readonly name: string;
  readonly folder: string;
  readonly sizeBytes: number;
  readonly wishes: UploadWishes;
  /** When a page was last at work on it, milliseconds since 1970; 0 where that page was closed. */
  readonly aliveAtMs: number;
}

interface StoredUpload extends PreviousUpload {
  readonly aliveAtMs?: number;
}

/** The server gives unfinished uploads up after as long, milliseconds. */
const keptMs = 48 * 3_600_000;

/** A file as it is known again after the page was loaded anew. */
export function fingerprintOf({ name, size, lastModified }: File, folder: string): string {
  return [folder, name, size, lastModified].join('|');
}

/** Addresses of unfinished uploads, one set for each user of the browser. Nothing is kept where the browser keeps nothing. */
export class ResumeStorage implements UrlStorage {
  readonly #storage: Storage | null;
  readonly #prefix: string;

  constructor(storage: Storage | null, userId: string) {
    this.#storage = storage;
    this.#prefix = `vigil.upload.${userId}.`;
  }

  /** What was begun and not ended, the oldest first. What the server has given up meanwhile is forgotten. */
  entries(nowMs: number): ResumeEntry[] {
    const found: { readonly entry: ResumeEntry; readonly createdAt: number }[] = [];
    for (const key of this.#keys()) {
      const stored = this.#read(key);
      const createdAt = Date.parse(stored?.creationTime ?? '');
      if (stored?.uploadUrl == null || !(nowMs - createdAt < keptMs)) {
        this.#storage?.removeItem(key);
        continue;
      }
      const { uploadUrl, metadata, size, aliveAtMs = 0 } = stored;
      const fingerprint = key.slice(this.#prefix.length);
      const { filename: name = '', folder = '' } = metadata;
      const entry = { fingerprint, uploadUrl, name, folder, sizeBytes: size ?? 0, wishes: wishesIn(metadata), aliveAtMs };
      found.push({ entry, createdAt });
    }
    return found.toSorted((a, b) => a.createdAt - b.createdAt).map(({ entry }) => entry);
  }

  /** Says that a page is at work on an upload (`Date.now()`), or leaves it (0). */
  touch(fingerprint: string, aliveAtMs: number): void {
    const stored = this.#read(this.#prefix + fingerprint);
    if (stored !== null) this.#write(this.#prefix + fingerprint, { ...stored, aliveAtMs });
  }

  forget(fingerprint: string): void {
    this.#storage?.removeItem(this.#prefix + fingerprint);
  }

  async findAllUploads(): Promise<PreviousUpload[]> {
    return this.#keys().flatMap((key) => this.#read(key) ?? []);
  }

  async findUploadsByFingerprint(fingerprint: string): Promise<PreviousUpload[]> {
    const stored = this.#read(this.#prefix + fingerprint);
    return stored === null ? [] : [stored];
  }

  async removeUpload(urlStorageKey: string): Promise<void> {
    this.#storage?.removeItem(urlStorageKey);
  }

  async addUpload(fingerprint: string, upload: PreviousUpload): Promise<string> {
    const key = this.#prefix + fingerprint;
    this.#write(key, { ...upload, urlStorageKey: key, aliveAtMs: Date.now() });
    return key;
  }

  #keys(): string[] {
    const storage = this.#storage;
    if (storage === null) return [];
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
    return keys.filter((key) => key.startsWith(this.#prefix));
  }

  #read(key: string): StoredUpload | null {
    try {
      const text = this.#storage?.getItem(key) ?? null;
      return text === null ? null : { ...(JSON.parse(text) as StoredUpload), urlStorageKey: key };
    } catch {
      return null;
    }
  }

  #write(key: string, stored: StoredUpload): void {
    try {
      this.#storage?.setItem(key, JSON.stringify(stored));
    } catch {
      // full or forbidden: the upload goes on, and cannot be taken up again after a reload
    }
  }
}

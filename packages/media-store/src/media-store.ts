import type { Readable } from 'node:stream';

/**
 * Where a file belongs. `originals` are named by their content and shared by all videos of the same content; the others are
 * named by the record they belong to.
 */
export const mediaAreas = ['originals', 'evidence', 'previews', 'reports', 'profiles'] as const;

/** Where a file belongs. */
export type MediaArea = (typeof mediaAreas)[number];

/** Facts of a stored file. */
export interface MediaFile {
  /** `area/…`, safe in addresses and file systems: lower-case letters, digits, `-`, `_`, `.` and `/`. */
  readonly key: string;
  readonly sizeBytes: number;
  /** ISO 8601. */
  readonly modifiedAt: string;
}

/** Space of the store. */
export interface MediaUsage {
  /** Stored files and files in progress. */
  readonly usedBytes: number;
  /** Null where no limit is set. */
  readonly quotaBytes: number | null;
  /** Free space of the disk. */
  readonly freeBytes: number;
  /** Least free space that is left to the rest of the machine. */
  readonly reserveBytes: number;
  readonly byArea: Readonly<Record<MediaArea, number>>;
}

/** Where a file in progress goes on, and how far it may go. */
export interface InProgressOptions {
  /** Bytes that are there already. */
  readonly offset: number;
  /** Most bytes of the whole file. */
  readonly limitBytes: number;
}

/**
 * Files beside the records. A file appears under its key whole or not at all, and a key is never written over with other content
 * while somebody reads it. Errors are VigilError: `not-found`, `gone`, `disk-full`, `quota-exceeded`, `not-writable`, `bad-request` for a
 * key that is none.
 */
export interface MediaStore extends AsyncDisposable {
  /** Root of files in progress, on the same disk: uploads, work folders of jobs. */
  temporaryFolder(name: 'uploads' | 'work'): string;
  /**
   * Writes a stream into a file in progress below {@link temporaryFolder}, from `offset` on, and looks at the space left as it goes. Where
   * it fails, all that arrived before is in the file. Either way it is on the disk when this ends.
   *
   * @returns Bytes of the file that are there now: `offset` and what was written.
   * @throws VigilError `disk-full`, `quota-exceeded`, `not-writable`; `too-large` where more than `limitBytes` would be in the file; what
   * the stream throws
   */
  writeInProgress(path: string, content: AsyncIterable<Uint8Array>, options: InProgressOptions): Promise<number>;
  /** Moves a finished file into `originals` under the SHA-256 of its content; a second file of the same content is dropped. */
  adoptOriginal(path: string): Promise<MediaFile & { readonly sha256: string; readonly added: boolean }>;
  /** Moves a finished file or a whole folder below `key`, in place of what was there. */
  adopt(path: string, key: string): Promise<void>;
  /** Writes a small file. */
  write(key: string, content: Uint8Array | string): Promise<MediaFile>;
  /** Facts of a file; null where there is none. */
  stat(key: string): Promise<MediaFile | null>;
  /** Path of a file for programs that read files. @throws VigilError `not-found` */
  pathOf(key: string): Promise<string>;
  /** Bytes `start` to `end`, both included; the whole file where left out. */
  read(key: string, range?: { readonly start: number; readonly end: number }): Promise<Readable>;
  /**
   * Removes a file or folder; false where nothing was removed. A file that was stored or adopted again at or after `unchangedSince`
   * stays: an upload of the same content may count on it.
   */
  remove(key: string, unchangedSince?: Date): Promise<boolean>;
  /** Files below an area or the key of a folder, at most `limit`, by key, from the one after `after` on. */
  list(prefix: string, limit: number, after?: string): Promise<MediaFile[]>;
  /** Space that is used and left; measured at most every few seconds. */
  usage(): Promise<MediaUsage>;
  /** @throws VigilError `disk-full`, `quota-exceeded` where so many further bytes do not fit */
  requireSpace(bytes: number): Promise<void>;
  /** Removes files in progress whose writers are gone; returns how many. */
  removeAbandoned(): Promise<number>;
}

/** Key of a video's original. */
export function originalKey(sha256: string): string {
  return `originals/${sha256.slice(0, 2)}/${sha256}`;
}

/** Key of the folder of an analysis: its `incidents.json`, `timeline.bin`, `activity.gz`, report, key frames and clips. */
export function analysisKey(analysisId: string): string {
  return `evidence/${analysisId.toLowerCase()}`;
}

/** File in the folder of an analysis that records where things moved. */
export const activityFileName = 'activity.gz';

/** File in the folder of an analysis with its timeline, at every fineness: what `incidents.json` says of it, to be read in parts. */
export const timelineFileName = 'timeline.bin';

/** Key of the folder of a video's pictures: `poster.jpg`, `sprite.jpg`, `sprite.json`. */
export function previewKey(sha256: string): string {
  return `previews/${sha256}`;
}

/** Key of one revision of a profile. */
export function profileKey(profileId: string, profileVersion: string): string {
  return `profiles/${profileId.toLowerCase()}/${profileVersion}.vigil-profile`;
}

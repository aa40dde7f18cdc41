import { VigilError } from '@vigil/contracts';
import type { MediaFile, MediaStore } from '@vigil/media-store';

/** A file that a record speaks of. */
export interface FileSearch {
  /** Null where the record has none. */
  readonly key: string | null;
  /** What it is, for messages: `The clip of incident x`. */
  readonly what: string;
  /** Whether the retention has removed it, or may have. */
  readonly mayBeRemoved: boolean;
}

/** A stored file. @throws VigilError `gone` where the retention has removed it, `not-found` where there never was one, or not yet */
export async function findFile(media: MediaStore, { key, what, mayBeRemoved }: FileSearch): Promise<MediaFile> {
  const file = key === null ? null : await media.stat(key);
  if (file !== null) return file;
  if (mayBeRemoved) throw new VigilError('gone', `${what} was removed by the retention`);
  throw new VigilError('not-found', `${what} is not there, or not yet`);
}

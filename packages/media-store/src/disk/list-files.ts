import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaFile } from '../media-store.ts';
import { isMissing } from './file-failure.ts';
import { mediaFileOf } from './stored-places.ts';

/** What is listed. */
export interface FileSearch {
  readonly root: string;
  /** Key of a folder, or an area. */
  readonly prefix: string;
  /** Key that the files come after; null for all. */
  readonly after: string | null;
}

/** Files below a folder in the order of their keys; links are left out. */
export async function* filesBelow({ root, prefix, after }: FileSearch): AsyncGenerator<MediaFile> {
  const entries = await readdir(join(root, prefix), { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  // A folder stands where the keys of its files do: "a/x" comes after "a.b", though "a" comes before it.
  const sorted = entries
    .map((entry) => ({ entry, order: entry.isDirectory() ? `${entry.name}/` : entry.name }))
    .toSorted((one, other) => (one.order < other.order ? -1 : 1));
  for (const { entry, order } of sorted) {
    const key = `${prefix}/${entry.name}`;
    const isPassed = after !== null && `${prefix}/${order}` <= after && !after.startsWith(`${key}/`);
    if (isPassed) continue;
    if (entry.isDirectory()) yield* filesBelow({ root, prefix: key, after });
    else if (entry.isFile()) {
      const facts = await lstat(join(root, key)).catch((error: unknown) => {
        if (isMissing(error)) return null;
        throw error;
      });
      if (facts !== null) yield mediaFileOf(key, facts);
    }
  }
}

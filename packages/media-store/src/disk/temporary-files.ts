import { randomUUID } from 'node:crypto';
import { lstat, opendir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from './file-failure.ts';

/** Separates the key in the name of something that was taken out of its place; no key has it. */
const separator = '~';

/** Path for a new file in progress. */
export function newTemporaryPath(writesFolder: string): string {
  return join(writesFolder, randomUUID());
}

/** Path for what is taken out of the place of `key`; {@link removeAbandoned} puts it back where nothing took its place. */
export function replacedPath(writesFolder: string, key: string): string {
  return join(writesFolder, [randomUUID(), ...key.split('/')].join(separator));
}

/** What is looked for, and where. */
export interface AbandonedSearch {
  readonly folder: string;
  /** Whatever changed last before this time counts as abandoned, milliseconds since 1970. */
  readonly beforeMs: number;
  /** Path of the place that `key` names, for what was taken out of it. */
  readonly placeOf?: (key: string) => string;
}

/**
 * Removes entries of a folder in which nothing changed for long: their writers are gone. A writer at work changes its files all
 * the time, whichever process and machine it runs in, so age tells them apart where process ids would not.
 *
 * @returns How many entries were removed.
 */
export async function removeAbandoned({ folder, beforeMs, placeOf }: AbandonedSearch): Promise<number> {
  let removed = 0;
  for await (const entry of await opendir(folder)) {
    const path = join(folder, entry.name);
    if ((await lastChangeMs(path)) >= beforeMs) continue;
    const parts = entry.name.split(separator);
    if (placeOf !== undefined && parts.length > 1 && (await putBack(path, placeOf(parts.slice(1).join('/'))))) continue;
    await rm(path, { recursive: true, force: true });
    removed++;
  }
  return removed;
}

/** Moves what a killed replacement left behind to its place, unless something is there. */
async function putBack(path: string, place: string): Promise<boolean> {
  const isTaken = await lstat(place).then(
    () => true,
    () => false,
  );
  if (isTaken) return false;
  return await rename(path, place).then(
    () => true,
    () => false,
  );
}

/** Time of the newest change of a file, or of anything in a folder, milliseconds since 1970; that of now where it vanishes meanwhile. */
async function lastChangeMs(path: string): Promise<number> {
  try {
    const facts = await lstat(path);
    let newest = Math.max(facts.mtimeMs, facts.ctimeMs);
    if (!facts.isDirectory()) return newest;
    for await (const entry of await opendir(path)) newest = Math.max(newest, await lastChangeMs(join(path, entry.name)));
    return newest;
  } catch (error) {
    if (isMissing(error)) return Number.POSITIVE_INFINITY;
    throw error;
  }
}

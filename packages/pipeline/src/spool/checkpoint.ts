import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import { writeFailure } from '../write-failure.ts';

/** What a checkpoint holds. `state` is plain data of the stage that wrote it. */
export interface Checkpoint<State> {
  /** Says which file, settings and versions it belongs to; another one is ignored. */
  readonly key: string;
  /** Length of the feature spool at this moment, bytes. */
  readonly spoolBytes: number;
  readonly complete: boolean;
  readonly state: State;
}

/** Writes a checkpoint so that a kill at any moment leaves either the old or the new one. */
export function writeCheckpoint<State>(folder: string, checkpoint: Checkpoint<State>): void {
  const path = join(folder, 'checkpoint');
  const body = serialize(checkpoint);
  const check = Buffer.alloc(4);
  check.writeUInt32LE(crc32(body));
  try {
    writeFileSync(`${path}.partial`, Buffer.concat([check, body]), { flush: true });
    renameSync(`${path}.partial`, path);
  } catch (cause) {
    removeIfPossible(`${path}.partial`);
    throw writeFailure(path, cause);
  }
}

/** What could not be written is worth telling, not that its remains could not be removed. */
function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // there is nothing left to do about it
  }
}

/** The checkpoint of a folder; null where there is none, or it is damaged, or it belongs to something else. */
export function readCheckpoint<State>(folder: string, key: string): Checkpoint<State> | null {
  try {
    const bytes = readFileSync(join(folder, 'checkpoint'));
    const body = bytes.subarray(4);
    if (bytes.length < 4 || crc32(body) !== bytes.readUInt32LE(0)) return null;
    const checkpoint = deserialize(body) as Checkpoint<State>;
    return checkpoint.key === key ? checkpoint : null;
  } catch {
    return null;
  }
}

import { type Stats } from 'node:fs';
import { lstat, mkdir, open, opendir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { VigilError } from '@vigil/contracts';
import { syncFile, syncFolder, syncTree } from './durable-files.ts';
import { isMissing, systemCodeOf } from './file-failure.ts';
import type { SpaceGuard } from './space-guard.ts';
import { writeFully } from './write-in-progress.ts';
import { newTemporaryPath, replacedPath } from './temporary-files.ts';

/** Bytes that are copied at once, and between two looks at the space left. */
const blockBytes = 1 << 20;
const blocksBetweenChecks = 64;
/** A place that others fill and empty at the same time is tried so often. */
const mostTries = 1000;

/** What a move needs to know of the store. */
export interface MoveContext {
  readonly writesFolder: string;
  readonly guard: SpaceGuard;
}

/**
 * Facts of a file or folder that somebody hands over.
 *
 * @param shownName How messages call it.
 * @throws VigilError `not-found`, `bad-request` for a link or anything else
 */
export async function handedOver(path: string, shownName: string): Promise<Stats> {
  const facts = await lstat(path).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
    throw new VigilError('not-found', `${shownName}: there is no file to take over`);
  });
  if (facts.isFile() || facts.isDirectory()) return facts;
  throw new VigilError('bad-request', `${shownName}: is neither a file nor a folder; only those are stored`);
}

/**
 * Moves a file or folder to a place, in place of what is there. Whatever is at the place at any time is whole; it is on the disk
 * when this returns. What lies on another disk is copied first.
 *
 * @param key Key of the place.
 */
export async function moveDurably(context: MoveContext, from: string, place: string, key: string): Promise<void> {
  const isFolder = (await lstat(from)).isDirectory();
  await (isFolder ? syncTree(from) : syncFile(from));
  try {
    await replace(context, from, place, key);
  } catch (error) {
    if (systemCodeOf(error) !== 'EXDEV') throw error;
    const copy = newTemporaryPath(context.writesFolder);
    try {
      await copyAll(context.guard, from, copy);
      await replace(context, copy, place, key);
    } catch (failure) {
      await rm(copy, { recursive: true, force: true });
      throw failure;
    }
    await rm(from, { recursive: true, force: true });
  }
  await syncFolder(dirname(place));
}

async function replace({ writesFolder }: MoveContext, from: string, place: string, key: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await rename(from, place);
    } catch (error) {
      const isTaken = ['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EISDIR'].includes(systemCodeOf(error) ?? '');
      if (!isTaken || tries === mostTries) throw error;
    }
    const replaced = replacedPath(writesFolder, key);
    await rename(place, replaced).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
    });
    // The new one goes in before the old one is taken apart, so that the place is empty for a moment only.
    await rename(from, place).catch((error: unknown) => {
      if (systemCodeOf(error) !== 'ENOTEMPTY') throw error;
    });
    await rm(replaced, { recursive: true, force: true });
    if (await isGone(from)) return;
  }
}

async function isGone(path: string): Promise<boolean> {
  return await lstat(path).then(() => false, isMissing);
}

async function copyAll(guard: SpaceGuard, from: string, to: string): Promise<void> {
  const facts = await lstat(from);
  if (facts.isFile()) return await copyFile(guard, from, to);
  await mkdir(to);
  for await (const entry of await opendir(from)) await copyAll(guard, join(from, entry.name), join(to, entry.name));
  await syncFolder(to);
}

async function copyFile(guard: SpaceGuard, from: string, to: string): Promise<void> {
  await using source = await open(from, 'r');
  await using target = await open(to, 'wx');
  const { size } = await source.stat();
  const block = Buffer.allocUnsafe(blockBytes);
  let done = 0;
  for (let blocks = 0; ; blocks++) {
    if (blocks % blocksBetweenChecks === 0) await guard.require(Math.max(0, size - done));
    const { bytesRead } = await source.read(block, 0, block.length, done);
    if (bytesRead === 0) break;
    await writeFully(target, block.subarray(0, bytesRead), done);
    done += bytesRead;
  }
  await target.sync();
}

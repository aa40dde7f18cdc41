import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Environment of a child process that lets Node keep compiled code between runs: a third of the time to start. The folder must be
 * this user's own and closed to others, since what is in it is run; where it cannot be had so, nothing is kept.
 */
export function compileCacheEnvironment(): { NODE_COMPILE_CACHE?: string } {
  const userId = process.getuid?.();
  if (userId === undefined) return {};
  const folder = join(tmpdir(), `vigil-compile-cache-${userId}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = lstatSync(folder);
    const isOwn = found.isDirectory() && found.uid === userId && (found.mode & 0o077) === 0;
    return isOwn ? { NODE_COMPILE_CACHE: folder } : {};
  } catch {
    return {};
  }
}

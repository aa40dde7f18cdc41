import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { VigilError } from '@vigil/contracts';

/** Tells a file from another one at the same place, and from itself once it was changed; null where it cannot be reached. */
export function fileState(file: string): string | null {
  try {
    const { dev, ino, size, mtimeMs } = statSync(file);
    return [dev, ino, size, mtimeMs].join(' ');
  } catch {
    return null;
  }
}

/**
 * Makes sure that a file is still the one that reading began with: what was read of two different files fits nothing.
 *
 * @param state - its {@link fileState} before
 * @throws VigilError `file-unreadable` where it was replaced, changed or taken away
 */
export function requireUnchanged(file: string, state: string | null): void {
  if (fileState(file) === state) return;
  throw new VigilError('file-unreadable', `${file} changed while it was read; run again when nothing writes to it`, { file });
}

/** Short name of a file in one state and of everything else that decides about what is read from it. */
export function extractionKey(file: string, state: string | null, facts: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify([file, state, facts]))
    .digest('hex');
}

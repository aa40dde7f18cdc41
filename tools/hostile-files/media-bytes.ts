import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeMedia, type Recipe } from '@vigil/media/testing';

/** The bytes of a well-formed media file, the same every time. */
export function mediaBytes(recipe: Recipe): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-media-bytes-'));
  try {
    makeMedia(join(folder, 'file'), { ...recipe, containerOptions: { fflags: '+bitexact', ...recipe.containerOptions } });
    return readFileSync(join(folder, 'file'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

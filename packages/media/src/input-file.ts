import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { VigilError } from '@vigil/contracts';
import { shownName } from './shown-name.ts';

/** What stands in a text for bytes that are none; the name of such a file cannot be told from the text. */
const replacementCharacter = '\ufffd';

/**
 * Checks that a path names a file that can be read as media, before any native code sees it.
 *
 * @returns Its absolute path and size in bytes.
 * @throws VigilError `file-missing`, `file-unreadable` (directory, device, no permission) or `file-empty`.
 */
export async function checkInputFile(file: string): Promise<{ path: string; sizeBytes: number }> {
  const name = shownName(file);
  const facts = { file };
  if (file.includes('\0')) throw new VigilError('file-missing', `${name}: no file has a name with a null character`, facts);
  const path = resolve(file);
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && file.includes(replacementCharacter)) {
      const message = `${name}: no such file; where the name holds bytes that are not UTF-8, rename the file`;
      throw new VigilError('file-missing', message, facts, error);
    }
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
      throw new VigilError('file-missing', `${name}: no such file; check the path`, facts, error);
    }
    throw new VigilError('file-unreadable', `${name}: cannot be read (${error.code}); check its permissions`, facts, error);
  });
  if (found.isDirectory()) throw new VigilError('file-unreadable', `${name}: is a directory; name the video files in it`, facts);
  if (!found.isFile()) throw new VigilError('file-unreadable', `${name}: is not a regular file; copy it to a file first`, facts);
  if (found.size === 0) throw new VigilError('file-empty', `${name}: is empty (0 bytes); record or copy it again`, facts);
  return { path, sizeBytes: found.size };
}

import { open } from 'node:fs/promises';
import { VigilError } from '@vigil/contracts';
import type { MediaStore } from '@vigil/media-store';
import type { ByteSource } from '@vigil/pipeline';

/** A stored file that is read in parts; what replaces or removes it meanwhile changes nothing. */
export type OpenBytes = ByteSource & AsyncDisposable;

/** Opens a stored file to be read in parts. @throws VigilError `not-found` where there is none */
export async function openBytes(media: MediaStore, key: string): Promise<OpenBytes> {
  const path = await media.pathOf(key);
  const file = await open(path).catch((cause: unknown) => {
    throw new VigilError('not-found', `${key}: the file was removed`, { key }, cause);
  });
  const { size } = await file.stat();
  return {
    sizeBytes: size,
    read: async (start, length) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
      return buffer.subarray(0, bytesRead);
    },
    [Symbol.asyncDispose]: () => file.close(),
  };
}

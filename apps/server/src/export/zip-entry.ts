import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { callbackify } from 'node:util';
import type { MediaStore } from '@vigil/media-store';
import { ZipFile } from 'yazl';

/** A file of a ZIP: held in memory where it is small, or a file of the media store. */
export type ZipEntry =
  | { readonly path: string; readonly content: Buffer }
  | { readonly path: string; readonly key: string; readonly sizeBytes: number };

/** Texts are packed; pictures and clips are packed already. */
const packed = /\.(?:json|html|md|csv)$/;

/** The ZIP as a stream; of stored files one is open at a time. The stream breaks where a file cannot be read. */
export function zipOf(media: MediaStore, entries: readonly ZipEntry[], modified: Date): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  for (const entry of entries) {
    const options = { mtime: modified, mode: 0o100_644, compress: packed.test(entry.path) };
    if ('content' in entry) zip.addBuffer(entry.content, entry.path, options);
    else {
      const { key, sizeBytes, path } = entry;
      const open = async (): Promise<Readable> => {
        const content = await media.read(key);
        output.once('close', () => content.destroy());
        return content;
      };
      zip.addReadStreamLazy(path, { ...options, size: sizeBytes }, callbackify(open));
    }
  }
  zip.end();
  return output;
}

/** SHA-256 and size of an entry as it will be in the ZIP. */
export async function digestOf(media: MediaStore, entry: ZipEntry): Promise<{ sha256: string; sizeBytes: number }> {
  const hash = createHash('sha256');
  if ('content' in entry) return { sha256: hash.update(entry.content).digest('hex'), sizeBytes: entry.content.length };
  await pipeline(await media.read(entry.key), hash);
  return { sha256: hash.digest('hex'), sizeBytes: entry.sizeBytes };
}

/** An entry of JSON that people can read. */
export function jsonEntry(path: string, value: unknown): ZipEntry {
  return { path, content: Buffer.from(`${JSON.stringify(value, null, 2)}\n`) };
}

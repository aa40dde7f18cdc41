import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { VigilError } from '@vigil/contracts';
import type { InProgressOptions } from '../media-store.ts';
import { writing } from './file-failure.ts';
import type { SpaceGuard } from './space-guard.ts';

/** Bytes that are gathered before they are written. */
const batchBytes = 1 << 20;

/** A file in progress and what goes into it. */
export interface InProgressWrite extends InProgressOptions {
  readonly path: string;
  readonly content: AsyncIterable<Uint8Array>;
  readonly guard: SpaceGuard;
}

/** As `MediaStore.writeInProgress`. */
export async function writeInProgress({ path, content, guard, offset, limitBytes }: InProgressWrite): Promise<number> {
  return await writing('file in progress', async () => {
    await using file = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_NOFOLLOW, 0o600);
    let position = offset;
    let gathered: Uint8Array[] = [];
    let gatheredBytes = 0;
    const flush = async (): Promise<void> => {
      const batch = Buffer.concat(gathered);
      gathered = [];
      gatheredBytes = 0;
      await guard.require(batch.length);
      await writeFully(file, batch, position);
      guard.changed(batch.length);
      position += batch.length;
    };
    try {
      for await (const chunk of source(content)) {
        if (position + gatheredBytes + chunk.byteLength > limitBytes) throw tooLarge(limitBytes);
        gathered.push(chunk);
        gatheredBytes += chunk.byteLength;
        if (gatheredBytes >= batchBytes) await flush();
      }
    } finally {
      if (gatheredBytes > 0) await flush();
      await file.datasync();
    }
    return position;
  });
}

/** Writes all bytes at a position. */
export async function writeFully(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, position + written);
    written += bytesWritten;
  }
}

/** The stream, its own errors kept apart from those of writing. */
async function* source(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* content;
  } catch (error) {
    throw error instanceof VigilError ? error : new VigilError('cancelled', 'The data ended before it was whole', {}, error);
  }
}

function tooLarge(limitBytes: number): VigilError {
  return new VigilError('too-large', `A file may have ${limitBytes} bytes at most; send a smaller one`, { limitBytes });
}

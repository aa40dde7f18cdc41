import { createHash } from 'node:crypto';
import { constants, open } from 'node:fs/promises';

/** Bytes that are read at once. */
const blockBytes = 1 << 20;

/** SHA-256 of a file, lower-case hexadecimal, and its size in bytes. Holds one block in memory, however large the file. */
export async function hashFile(path: string): Promise<{ sha256: string; sizeBytes: number }> {
  await using file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  const hash = createHash('sha256');
  const block = Buffer.allocUnsafe(blockBytes);
  let sizeBytes = 0;
  for (;;) {
    const { bytesRead } = await file.read(block, 0, block.length, sizeBytes);
    if (bytesRead === 0) return { sha256: hash.digest('hex'), sizeBytes };
    hash.update(block.subarray(0, bytesRead));
    sizeBytes += bytesRead;
  }
}

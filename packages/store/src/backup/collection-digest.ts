import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { TransferRecord } from '../port/transfer.ts';

/** What a collection holds, in a few bytes. */
export interface CollectionDigest {
  readonly count: number;
  /** Of the sum of the records' hashes, so that their order is of no matter; lower-case hexadecimal. */
  readonly sha256: string;
}

/** Counts and hashes records. Two collections have the same digest where they hold the same records, each as often. */
export async function digestOf(batches: AsyncIterable<readonly TransferRecord[]>): Promise<CollectionDigest> {
  let count = 0;
  let sum = 0n;
  for await (const records of batches) {
    for (const record of records) {
      const hash = createHash('sha256').update(canonicalJson(record)).digest('hex');
      // Sums of hashes, unlike their exclusive or, do not lose records that occur twice.
      sum = BigInt.asUintN(256, sum + BigInt(`0x${hash}`));
      count++;
    }
  }
  const sha256 = createHash('sha256')
    .update(`${count}:${sum.toString(16)}`)
    .digest('hex');
  return { count, sha256 };
}

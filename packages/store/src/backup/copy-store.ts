import { setImmediate as turn } from 'node:timers/promises';
import { VigilError } from '@vigil/contracts';
import type { Clock } from '../port/clock.ts';
import type { Store } from '../port/store.ts';
import type { TransferCollection, TransferRecord } from '../port/transfer.ts';
import { timestampOf } from '../records/stamp.ts';
import { transferCollections } from '../transfer-collections.ts';
import { digestOf, type CollectionDigest } from './collection-digest.ts';
import { todaysRecord } from './todays-record.ts';

/** Records that are in memory at a time. */
const batchSize = 200;

/** What ends by itself; databases may remove it at any time after. */
const ending: ReadonlySet<TransferCollection> = new Set(['accounts.session', 'accounts.verification']);

/** How far a copy is. */
export interface CopyProgress {
  readonly stage: 'copy' | 'verify';
  readonly collection: TransferCollection;
  /** Records of this stage that are done, over all collections. */
  readonly done: number;
  /** Records in all, as counted at the start. */
  readonly total: number;
}

/** How a store is copied. */
export interface CopyOptions {
  readonly onProgress?: ((progress: CopyProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Wall clock; the system's where left out. */
  readonly clock?: Clock | undefined;
  /** Removes everything that is in the target first. Without it, a target that is not empty is refused. */
  readonly replaceTarget?: boolean | undefined;
}

/** What was copied of one collection. */
export interface CopiedCollection {
  readonly collection: TransferCollection;
  readonly count: number;
  /** Hash over all records, whatever their order; lower-case hexadecimal. */
  readonly sha256: string;
}

/**
 * Copies everything in a store into another, batch by batch, with versions and times; then reads both back and compares, collection
 * by collection, how many records there are and a hash over all of them. Sessions and codes that have ended are left out.
 *
 * Nobody may write to either store meanwhile (a frozen source is safe): a difference that this makes is found and is an error. A copy
 * that fails leaves the target empty.
 *
 * @returns The counts per collection; all of them are equal.
 * @throws VigilError `conflict` for a target that is not empty, or where the copy differs; `cancelled`; what the stores throw
 */
export async function copyStore(from: Store, to: Store, options: CopyOptions = {}): Promise<readonly CopiedCollection[]> {
  const { onProgress, signal, replaceTarget = false, clock = Date.now } = options;
  const since = timestampOf(clock());
  const read = (store: Store, collection: TransferCollection) => batchesOf(store, collection, since, signal);
  await emptyTarget(to, replaceTarget);
  try {
    const total = await countAll(from);
    let done = 0;
    for (const collection of transferCollections) {
      for await (const records of read(from, collection)) {
        await to.importRecords(collection, records);
        done += records.length;
        onProgress?.({ stage: 'copy', collection, done, total });
      }
    }
    return await verifyCopy(from, to, read, (progress) => onProgress?.({ stage: 'verify', total, ...progress }));
  } catch (error) {
    // What went wrong matters more than that the rest cannot be cleared, too.
    await to.clear().catch(() => undefined);
    throw error;
  }
}

async function verifyCopy(
  from: Store,
  to: Store,
  read: (store: Store, collection: TransferCollection) => AsyncIterable<readonly TransferRecord[]>,
  onProgress: (progress: Pick<CopyProgress, 'collection' | 'done'>) => void,
): Promise<readonly CopiedCollection[]> {
  const copied: CopiedCollection[] = [];
  let done = 0;
  for (const collection of transferCollections) {
    const source = await digestOf(read(from, collection));
    const target = await digestOf(read(to, collection));
    if (!isEqual(source, target)) throw differing(collection, source, target);
    done += source.count;
    onProgress({ collection, done });
    copied.push({ collection, ...source });
  }
  return copied;
}

async function* batchesOf(store: Store, collection: TransferCollection, since: string, signal: AbortSignal | undefined) {
  const lasts = ({ expiresAt }: TransferRecord) => typeof expiresAt !== 'string' || expiresAt >= since;
  for (let afterId = ''; ;) {
    // A store in this process answers without letting the event loop turn, and signals would never be heard.
    await turn();
    if (signal?.aborted === true) throw new VigilError('cancelled', 'the copy was cancelled');
    const records = await store.exportRecords(collection, afterId, batchSize);
    const last = records.at(-1);
    if (last === undefined) return;
    const kept = ending.has(collection) ? records.filter(lasts) : records;
    yield kept.map((record) => todaysRecord(collection, record));
    afterId = last.id;
  }
}

async function emptyTarget(to: Store, replaceTarget: boolean): Promise<void> {
  if (replaceTarget) return to.clear();
  for (const collection of transferCollections) {
    const count = await to.countRecords(collection);
    // Counters are always there, and do not go back.
    if (count === 0 || collection === 'counters') continue;
    throw new VigilError('conflict', `the target is not empty: it holds ${count} records of ${collection}`, {
      collection,
      count,
    });
  }
}

async function countAll(store: Store): Promise<number> {
  let total = 0;
  for (const collection of transferCollections) total += await store.countRecords(collection);
  return total;
}

function isEqual(one: CollectionDigest, other: CollectionDigest): boolean {
  return one.count === other.count && one.sha256 === other.sha256;
}

function differing(collection: TransferCollection, source: CollectionDigest, target: CollectionDigest): VigilError {
  const message = `the copy of ${collection} differs: ${source.count} records there, ${target.count} here; stop all services and copy again`;
  return new VigilError('conflict', message, { collection, source, target });
}

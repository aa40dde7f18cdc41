import type { AccountModel } from './account-records.ts';
import type { CollectionName } from '../collection-declaration.ts';

/** Everything that a copy of a store carries; `counters` come last, as bringing in the others may raise them. */
export type TransferCollection = CollectionName | `accounts.${AccountModel}` | 'events' | 'counters';

/**
 * A record as it moves between stores, with its version and times. Of `events`: the message, with its number in 16 digits as id.
 * Of `counters`: `{ id, value }` with the ids `events` (last number given out) and `jobs` (turn that was leased last).
 */
export type TransferRecord = Readonly<Record<string, unknown>> & { readonly id: string };

/** Copying whole stores, record by record as they are. */
export interface StoreTransfer {
  /** At most `limit` records whose id is greater than `afterId` in the order of UTF-8 bytes, in this order; `''` from the first on. */
  exportRecords(collection: TransferCollection, afterId: string, limit: number): Promise<TransferRecord[]>;
  /**
   * Adds records or replaces those of the same id, keeping versions and times; all of them or none where the database can. Counters
   * never go back.
   *
   * @throws VigilError `bad-request` for what is no record of the collection
   */
  importRecords(collection: TransferCollection, records: readonly TransferRecord[]): Promise<void>;
  /** How many there are. */
  countRecords(collection: TransferCollection): Promise<number>;
  /** Removes every record of every collection. */
  clear(): Promise<void>;
}

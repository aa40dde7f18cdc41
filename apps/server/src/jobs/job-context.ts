import { VigilError } from '@vigil/contracts';
import type { Clock, NewRecord, RecordCollection, Store } from '@vigil/store';
import type { StoredRecord } from '@vigil/contracts';

/** What queueing a job needs. */
export interface JobContext {
  readonly store: Store;
  readonly clock: Clock;
}

/**
 * Inserts a record, or gives the one that is there already under its id: a submission that was cut off between two writes can be
 * repeated as a whole.
 */
export async function insertOnce<R extends StoredRecord, Filter>(
  collection: RecordCollection<R, Filter>,
  record: NewRecord<R> & { readonly id: string },
): Promise<R> {
  try {
    return await collection.insert(record);
  } catch (error) {
    if (!(error instanceof VigilError && error.code === 'conflict')) throw error;
    const found = await collection.get(record.id);
    if (found === null) throw error;
    return found;
  }
}

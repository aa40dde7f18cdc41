import { type StoredRecord, VigilError } from '@vigil/contracts';
import type { RecordCollection } from '@vigil/store';

/**
 * The record of an id.
 *
 * @param noun What it is, for the message.
 * @throws VigilError `not-found`
 */
export async function requireRecord<R extends StoredRecord, Filter>(
  collection: Pick<RecordCollection<R, Filter>, 'get'>,
  noun: string,
  id: string,
): Promise<R> {
  const record = await collection.get(id);
  if (record === null) throw new VigilError('not-found', `There is no ${noun} ${id}`, { id });
  return record;
}

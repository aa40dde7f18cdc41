import { feedMessageSchema, type StoredRecord } from '@vigil/contracts';
import type { z } from 'zod';
import { collectionNames, type CollectionName } from '../collection-declaration.ts';
import { collections } from '../collections.ts';
import type { TransferCollection, TransferRecord } from '../port/transfer.ts';
import { checkRecord } from '../records/check-record.ts';

/**
 * A record with what has been added to its kind since it was written: fields that stand for "not known" there. What its schema does not
 * know stays, so that a copy that would lose it is noticed.
 *
 * @throws VigilError `bad-request` for what is no record of the collection
 */
export function todaysRecord(collection: TransferCollection, record: TransferRecord): TransferRecord {
  if (isRecords(collection)) {
    const schema: z.ZodType<StoredRecord> = collections[collection].schema;
    return { ...record, ...checkRecord(collection, schema, record) };
  }
  if (collection !== 'events') return record;
  const parsed = feedMessageSchema.safeParse({ ...record, sequence: Number(record.id) });
  if (!parsed.success) return record;
  const { sequence: _, ...message } = parsed.data;
  return { ...record, ...message };
}

function isRecords(collection: TransferCollection): collection is CollectionName {
  return (collectionNames as readonly string[]).includes(collection);
}

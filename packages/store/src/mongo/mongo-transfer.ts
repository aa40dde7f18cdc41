import { type FeedMessage, feedMessageSchema, type Job, type StoredRecord, VigilError } from '@vigil/contracts';
import { type AnyCollection, type CollectionName, collectionNames } from '../collection-declaration.ts';
import { collections } from '../collections.ts';
import type { StoreTransfer, TransferCollection, TransferRecord } from '../port/transfer.ts';
import { checkRecord } from '../records/check-record.ts';
import { transferCollections } from '../transfer-collections.ts';
import { accountDocument, accountRecord } from './mongo-account-records.ts';
import { type MongoContext, mongoCollection } from './mongo-collection.ts';
import { counterCollection, type Counters } from './mongo-counters.ts';
import { messageDocument, newestCounter } from './mongo-event-log.ts';
import { type DocumentForm, refusingTaken, withoutId } from './mongo-records.ts';
import { leasedTurnCounter, type Turns } from './mongo-turns.ts';
import { fromDocument, type StoredDocument } from './stored-document.ts';

/** Counters that a copy carries: what others follow from the jobs. */
const carriedCounters = [newestCounter, leasedTurnCounter].toSorted();

/** What copying needs of the store. */
export interface TransferParts {
  readonly counters: Counters;
  readonly turns: Turns;
  /** Form of the documents of a collection of records. */
  form(name: CollectionName): DocumentForm<StoredRecord>;
}

/** Copying of whole stores on MongoDB. A batch is written document by document: one that fails half-way can be written again. */
export function mongoTransfer(context: MongoContext, { counters, turns, form }: TransferParts): StoreTransfer {
  function toDocument(collection: TransferCollection, record: TransferRecord): StoredDocument {
    if (isRecords(collection)) {
      const declaration = collections[collection] as unknown as AnyCollection;
      return form(collection).toDocument(checkRecord(collection, declaration.schema, record));
    }
    if (collection === 'events') return messageDocument(messageOf(record), 'import');
    return accountDocument(record);
  }

  function toRecord(collection: TransferCollection, document: StoredDocument): TransferRecord {
    if (isRecords(collection)) return form(collection).fromDocument(document) as unknown as TransferRecord;
    return collection === 'events' ? fromDocument(document) : accountRecord(document);
  }

  return {
    async exportRecords(collection, afterId, limit) {
      if (collection === 'counters') {
        const ids = carriedCounters.filter((id) => id > afterId).slice(0, limit);
        return Promise.all(ids.map(async (id) => ({ id, value: await counters.read(id) })));
      }
      const found = await mongoCollection(context, collection).ask((documents) =>
        documents
          .find({ _id: { $gt: afterId } })
          .sort({ _id: 1 })
          .limit(limit)
          .toArray(),
      );
      return found.map((document) => toRecord(collection, document));
    },
    async importRecords(collection, records) {
      if (records.length === 0) return;
      if (collection === 'counters') {
        for (const { id, value } of records) {
          if (!carriedCounters.includes(id) || !Number.isSafeInteger(value))
            throw new VigilError('bad-request', `"${id}" is no counter of a store.`);
          await counters.raise(id, Number(value));
        }
        return;
      }
      const written = records.map((record) => toDocument(collection, record));
      await refusingTaken(collection, () =>
        mongoCollection(context, collection).ask((documents) =>
          documents.bulkWrite(
            written.map((document) => ({
              replaceOne: { filter: { _id: document._id }, replacement: withoutId(document), upsert: true },
            })),
            { ordered: true },
          ),
        ),
      );
      if (collection === 'events') await counters.raise(newestCounter, Math.max(...written.map(({ _id }) => Number(_id))));
      if (collection === 'jobs') await takeTurns(records as unknown as readonly Job[]);
    },
    async countRecords(collection) {
      if (collection === 'counters') return carriedCounters.length;
      return mongoCollection(context, collection).ask((documents) => documents.countDocuments({}));
    },
    async clear() {
      const cleared = transferCollections.map((collection) => {
        const name = collection === 'counters' ? counterCollection : collection;
        return mongoCollection(context, name).ask((documents) => documents.deleteMany({}));
      });
      await Promise.all(cleared);
    },
  };

  async function takeTurns(jobs: readonly Job[]): Promise<void> {
    const last = new Map<string, number>();
    for (const { fairnessKey, turn } of jobs) last.set(fairnessKey, Math.max(turn, last.get(fairnessKey) ?? 0));
    for (const [fairnessKey, turn] of last) await turns.taken(fairnessKey, turn);
  }
}

function isRecords(collection: TransferCollection): collection is CollectionName {
  return (collectionNames as readonly string[]).includes(collection);
}

/** The message that a record of the collection `events` is. @throws VigilError `bad-request` */
function messageOf({ id, ...fields }: TransferRecord): FeedMessage {
  const parsed = feedMessageSchema.safeParse({ sequence: Number(id), ...fields });
  if (/^\d{16}$/.test(id) && parsed.success) return parsed.data;
  throw new VigilError('bad-request', `The record "${id.slice(0, 40)}" is no message of the feed.`);
}

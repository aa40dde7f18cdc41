import { setTimeout as delay } from 'node:timers/promises';
import { largestPage, type StoredRecord, VigilError } from '@vigil/contracts';
import { type AnyCollection, type CollectionDeclaration, valueAt } from '../collection-declaration.ts';
import type { RecordCollection } from '../port/record-collection.ts';
import { checkRecord } from '../records/check-record.ts';
import { decodeCursor, encodeCursor } from '../records/cursor.ts';
import { stampNew, stampNext } from '../records/stamp.ts';
import { wordsOfRecord } from '../records/words.ts';
import { type MongoCollection, type MongoContext, mongoCollection } from './mongo-collection.ts';
import { isDuplicateKey } from './mongo-errors.ts';
import { all, conditionsAfter, conditionsOf, wordsField } from './mongo-query.ts';
import { fromDocument, type StoredDocument, toDocument } from './stored-document.ts';

/** Most ids of one `getMany`. */
const mostIds = 1000;

/** Attempts of an update that follow one another at once; later ones wait a moment, so that many writers come through. */
const hastyAttempts = 3;

/** How records of one collection become documents and come back. */
export interface DocumentForm<R extends StoredRecord> {
  toDocument(record: R): StoredDocument;
  fromDocument(document: StoredDocument): R;
}

/** Records of one collection on MongoDB, with the collection itself for what is particular to it. */
export interface MongoRecords<R extends StoredRecord, Filter> extends RecordCollection<R, Filter> {
  readonly collection: MongoCollection;
  readonly form: DocumentForm<R>;
}

/** The form of documents that a declaration asks for. @param extra Further fields of the documents, `_` first */
export function documentForm<R extends StoredRecord, Filter>(
  declaration: CollectionDeclaration<R, Filter>,
  extra: (record: R) => Readonly<Record<string, unknown>> = () => ({}),
): DocumentForm<R> {
  const hasText = declaration.text.length > 0;
  return {
    toDocument: (record) =>
      toDocument(record, {
        ...(hasText ? { [wordsField]: wordsOfRecord(declaration as unknown as AnyCollection, record) } : {}),
        ...extra(record),
      }),
    // Only records that passed the schema become documents, and their shape is restored exactly.
    fromDocument: (document) => fromDocument(document) as unknown as R,
  };
}

/** Records of one sort in a collection of the same name. */
export function mongoRecords<R extends StoredRecord, Filter extends object>(
  context: MongoContext,
  declaration: CollectionDeclaration<R, Filter>,
  form: DocumentForm<R> = documentForm(declaration),
): MongoRecords<R, Filter> {
  const { name, schema, sortField } = declaration;
  const collection = mongoCollection(context, name);
  const anyDeclaration = declaration as unknown as AnyCollection;
  const filterOf = (filter: Filter | undefined) => conditionsOf(anyDeclaration, { ...filter });

  async function get(id: string): Promise<R | null> {
    const found = await collection.ask((documents) => documents.findOne({ _id: id }));
    return found === null ? null : form.fromDocument(found);
  }

  async function existing(id: string): Promise<R> {
    const stored = await get(id);
    if (stored === null) throw new VigilError('not-found', `There is no record ${id} in ${name}.`, { collection: name, id });
    return stored;
  }

  /** Puts the next version in place of a stored one; null where that one was changed meanwhile. */
  async function put(record: R, stored: R): Promise<R | null> {
    const next = checkRecord(name, schema, stampNext(record, stored, context.clock));
    const { matchedCount } = await refusingTaken(name, () =>
      collection.ask((documents) =>
        documents.replaceOne({ _id: stored.id, version: stored.version }, withoutId(form.toDocument(next))),
      ),
    );
    return matchedCount === 1 ? next : null;
  }

  return {
    collection,
    form,
    get,
    async getMany(ids) {
      if (ids.length > mostIds) {
        throw new VigilError('bad-request', `${ids.length} records were asked for; at most ${mostIds} are given at once.`);
      }
      const found = await collection.ask((documents) => documents.find({ _id: { $in: [...ids] } }).toArray());
      const byId = new Map(found.map((document) => [document._id, form.fromDocument(document)]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
    async insert(record) {
      const stamped = checkRecord(name, schema, stampNew<R>(record, context.clock));
      await refusingTaken(name, () => collection.ask((documents) => documents.insertOne(form.toDocument(stamped))));
      return stamped;
    },
    async replace(record) {
      const stored = await existing(record.id);
      const next = stored.version === record.version ? await put(record, stored) : null;
      if (next !== null) return next;
      const { version } = await existing(record.id);
      throw new VigilError(
        'conflict',
        `Record ${record.id} of ${name} was changed meanwhile: version ${record.version} was given, ${version} is stored.`,
        {
          collection: name,
          id: record.id,
          version: record.version,
          storedVersion: version,
        },
      );
    },
    async update(id, change) {
      for (let attempt = 0; ; attempt++) {
        const stored = await existing(id);
        const changed = change(stored);
        if (changed === null) return stored;
        const next = await put(changed, stored);
        if (next !== null) return next;
        if (attempt >= hastyAttempts) await delay(Math.random() * Math.min(attempt, 20));
      }
    },
    async remove(id) {
      const { deletedCount } = await collection.ask((documents) => documents.deleteOne({ _id: id }));
      return deletedCount === 1;
    },
    async list({ limit, cursor, filter, order = 'newest-first' }) {
      if (!Number.isInteger(limit) || limit < 1 || limit > largestPage) {
        throw new VigilError('bad-request', `A page has 1 to ${largestPage} records; ${limit} were asked for.`);
      }
      const conditions = filterOf(filter);
      if (cursor !== undefined) {
        const [key = '', id = ''] = decodeCursor(cursor, name, order, 2);
        conditions.push(...conditionsAfter(sortField, order, [key, id]));
      }
      const direction = order === 'newest-first' ? -1 : 1;
      const found = await collection.ask((documents) =>
        documents
          .find(all(conditions))
          .sort({ [sortField]: direction, _id: direction })
          .limit(limit + 1)
          .toArray(),
      );
      const items = found.slice(0, limit).map((document) => form.fromDocument(document));
      const last = found.length > limit ? items.at(-1) : undefined;
      return {
        items,
        nextCursor: last === undefined ? null : encodeCursor(name, order, [String(valueAt(last, sortField)), last.id]),
      };
    },
    count: (filter, limit) => collection.ask((documents) => documents.countDocuments(all(filterOf(filter)), { limit })),
  };
}

/** A document as a replacement: the driver takes the id from the filter. */
export function withoutId({ _id, ...fields }: StoredDocument): Record<string, unknown> {
  return fields;
}

/** Runs a write. @throws VigilError `conflict` where the id or a unique field is taken */
export async function refusingTaken<Answer>(name: string, write: () => Promise<Answer>): Promise<Answer> {
  try {
    return await write();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    // The driver's error holds the value that is taken, which may be secret.
    throw new VigilError('conflict', `A record of ${name} with this id or unique field is there already.`, { collection: name });
  }
}

import { largestPage, VigilError, type StoredRecord } from '@vigil/contracts';
import type { AnyCollection, CollectionDeclaration } from '../collection-declaration.ts';
import type { Clock } from '../port/clock.ts';
import type { RecordCollection } from '../port/record-collection.ts';
import { checkRecord } from '../records/check-record.ts';
import { decodeCursor, encodeCursor, unknownCursor } from '../records/cursor.ts';
import { stampNew, stampNext } from '../records/stamp.ts';
import { countQuery, listQuery, type AnyFilter } from './list-query.ts';
import { parsePlace } from './place.ts';
import { parseRecord, type RecordTable } from './record-table.ts';
import type { SqliteConnection } from './sqlite-connection.ts';
import { isTaken } from './sqlite-errors.ts';

/** Most ids of one `getMany`. */
const mostIds = 1000;

/** What the parts of a store on SQLite work with. */
export interface SqliteContext {
  readonly connection: SqliteConnection;
  readonly clock: Clock;
}

/** Records of one sort on SQLite. Every change is one transaction. */
export function sqliteRecords<R extends StoredRecord, Filter extends object>(
  { connection, clock }: SqliteContext,
  declaration: CollectionDeclaration<R, Filter>,
  table: RecordTable<R>,
): RecordCollection<R, Filter> {
  const { name, schema } = declaration;
  const anyDeclaration: AnyCollection = table.declaration;

  function stored(id: string): R {
    const record = table.get(id);
    if (record === null) throw new VigilError('not-found', `there is no record ${id} in ${name}`, { collection: name, id });
    return record;
  }

  function put(record: R, before: R): R {
    const next = checkRecord(name, schema, stampNext(record, before, clock));
    refusingTaken(name, () => table.put(before, next));
    return next;
  }

  return {
    async get(id) {
      return table.get(id);
    },
    async getMany(ids) {
      if (ids.length > mostIds) {
        throw new VigilError('bad-request', `${ids.length} records were asked for; at most ${mostIds} are given at once`);
      }
      return ids.flatMap((id) => table.get(id) ?? []);
    },
    async insert(record) {
      const stamped = checkRecord(name, schema, stampNew<R>(record, clock));
      connection.write(() => refusingTaken(name, () => table.add(stamped)));
      return stamped;
    },
    async replace(record) {
      return connection.write(() => {
        const before = stored(record.id);
        if (before.version === record.version) return put(record, before);
        throw new VigilError(
          'conflict',
          `record ${record.id} of ${name} was changed meanwhile: version ${record.version} was given, ${before.version} is stored`,
          { collection: name, id: record.id, version: record.version, storedVersion: before.version },
        );
      });
    },
    async update(id, change) {
      return connection.write(() => {
        const before = stored(id);
        const changed = change(before);
        return changed === null ? before : put(changed, before);
      });
    },
    async remove(id) {
      return connection.write(() => {
        const before = table.get(id);
        if (before !== null) table.drop(before);
        return before !== null;
      });
    },
    async list({ limit, cursor, filter, order = 'newest-first' }) {
      if (!Number.isInteger(limit) || limit < 1 || limit > largestPage) {
        throw new VigilError('bad-request', `a page has 1 to ${largestPage} records; ${limit} were asked for`);
      }
      const after = cursor === undefined ? null : parsePlace(decodeCursor(cursor, name, order, 1)[0] ?? '');
      if (cursor !== undefined && after === null) throw unknownCursor();
      const { sql, values } = listQuery(anyDeclaration, valuesOf(filter), order, after, limit);
      const rows = connection.all(sql, ...values);
      const page = rows.slice(0, limit);
      const last = rows.length > limit ? page.at(-1) : undefined;
      return {
        items: page.map((row) => parseRecord<R>(row['record'])),
        nextCursor: last === undefined ? null : encodeCursor(name, order, [String(last['place'])]),
      };
    },
    async count(filter, limit) {
      const { sql, values } = countQuery(anyDeclaration, valuesOf(filter), limit);
      return Number(connection.first(sql, ...values)?.['count']);
    },
  };
}

/** Runs a write. @throws VigilError `conflict` where the id or a unique field is taken */
export function refusingTaken<Answer>(name: string, write: () => Answer): Answer {
  try {
    return write();
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new VigilError('conflict', `a record of ${name} with this id or unique field is there already`, { collection: name });
  }
}

function valuesOf(filter: object | undefined): AnyFilter {
  return { ...filter };
}

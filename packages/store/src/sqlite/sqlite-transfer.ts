import { feedMessageSchema, VigilError, type FeedMessage, type StoredRecord } from '@vigil/contracts';
import { collectionNames, type CollectionName } from '../collection-declaration.ts';
import { accountModels, type AccountModel } from '../port/account-records.ts';
import type { StoreTransfer, TransferCollection, TransferRecord } from '../port/transfer.ts';
import { checkAccountRecord } from '../records/account-fields.ts';
import { checkRecord } from '../records/check-record.ts';
import { counterIds, raiseCounter } from './counters.ts';
import type { RecordTable } from './record-table.ts';
import { uniqueValue } from './sqlite-account-records.ts';
import type { Row, SqliteConnection } from './sqlite-connection.ts';
import { refusingTaken } from './sqlite-records.ts';

/** Digits of a message's number as an id; 16 hold every safe integer. */
const idDigits = 16;

/** What differs between collections of a copy. */
interface TransferPart {
  /** Rows after an id: the values are the id and the limit. */
  readonly exportSql: string;
  readonly countSql: string;
  readonly clearSql: string;
  /** First values of every statement. */
  readonly keys: readonly string[];
  parse(row: Row): TransferRecord;
  put(record: TransferRecord): void;
}

/** Copying a store on SQLite, record by record. */
export function sqliteTransfer(
  connection: SqliteConnection,
  tables: Readonly<Record<CollectionName, RecordTable<StoredRecord>>>,
): StoreTransfer {
  const parts = new Map<TransferCollection, TransferPart>([
    ...collectionNames.map((name) => [name, recordPart(tables[name])] as const),
    ...accountModels.map((model) => [`accounts.${model}`, accountPart(connection, model)] as const),
    ['events', eventPart(connection)],
    ['counters', counterPart(connection)],
  ]);

  function partOf(collection: TransferCollection): TransferPart {
    const part = parts.get(collection);
    if (part === undefined) throw new VigilError('bad-request', `a store has no collection ${String(collection)}`);
    return part;
  }

  return {
    async exportRecords(collection, afterId, limit) {
      const { exportSql, keys, parse } = partOf(collection);
      return connection.all(exportSql, ...keys, afterId, limit).map(parse);
    },
    async importRecords(collection, records) {
      const part = partOf(collection);
      connection.write(() => {
        for (const record of records) refusingTaken(collection, () => part.put(record));
      });
    },
    async countRecords(collection) {
      const { countSql, keys } = partOf(collection);
      return Number(connection.first(countSql, ...keys)?.['count']);
    },
    async clear() {
      connection.write(() => {
        for (const { clearSql, keys } of parts.values()) connection.run(clearSql, ...keys);
        for (const side of ['incidents_kind', 'incidents_tag', 'incidents_counts']) connection.run(`DELETE FROM ${side}`);
        for (const text of ['incidents_text', 'videos_text'])
          connection.run(`INSERT INTO ${text} (${text}) VALUES ('delete-all')`);
      });
    },
  };
}

function recordPart(table: RecordTable<StoredRecord>): TransferPart {
  const { name, declaration } = table;
  return {
    exportSql: `SELECT record FROM ${name} WHERE id > ? ORDER BY id LIMIT ?`,
    countSql: `SELECT count(*) AS count FROM ${name}`,
    clearSql: `DELETE FROM ${name}`,
    keys: [],
    parse: (row) => JSON.parse(String(row['record'])) as TransferRecord,
    put(record) {
      const checked = checkRecord(declaration.name, declaration.schema, record);
      const stored = table.get(checked.id);
      if (stored === null) table.add(checked);
      else table.put(stored, checked);
    },
  };
}

function accountPart(connection: SqliteConnection, model: AccountModel): TransferPart {
  return {
    exportSql: 'SELECT record FROM accounts WHERE model = ? AND id > ? ORDER BY id LIMIT ?',
    countSql: 'SELECT count(*) AS count FROM accounts WHERE model = ?',
    clearSql: 'DELETE FROM accounts WHERE model = ?',
    keys: [model],
    parse: (row) => JSON.parse(String(row['record'])) as TransferRecord,
    put(record) {
      const checked = checkAccountRecord(record);
      connection.run(
        `INSERT INTO accounts (model, id, uniqueValue, record) VALUES (?, ?, ?, ?)
         ON CONFLICT (model, id) DO UPDATE SET uniqueValue = excluded.uniqueValue, record = excluded.record`,
        model,
        checked.id,
        uniqueValue(model, checked),
        JSON.stringify(checked),
      );
    },
  };
}

function eventPart(connection: SqliteConnection): TransferPart {
  return {
    exportSql: 'SELECT message FROM events WHERE sequence > CAST(? AS INTEGER) ORDER BY sequence LIMIT ?',
    countSql: 'SELECT count(*) AS count FROM events',
    clearSql: 'DELETE FROM events',
    keys: [],
    parse(row) {
      const { sequence, ...message } = JSON.parse(String(row['message'])) as FeedMessage;
      return { id: String(sequence).padStart(idDigits, '0'), ...message };
    },
    put({ id, ...message }) {
      const parsed = feedMessageSchema.safeParse({ ...message, sequence: Number(id) });
      if (!/^\d{16}$/.test(id) || !parsed.success) {
        throw new VigilError('bad-request', `"${id.slice(0, 40)}" is no message of the feed`);
      }
      const { sequence, at } = parsed.data;
      connection.run(
        'INSERT OR REPLACE INTO events (sequence, at, message) VALUES (?, ?, ?)',
        sequence,
        at,
        JSON.stringify(parsed.data),
      );
      raiseCounter(connection, 'events', sequence);
    },
  };
}

/** Counters are there from the start, at 0. */
function counterPart(connection: SqliteConnection): TransferPart {
  const rows = counterIds.map((id) => `SELECT '${id}' AS id`).join(' UNION ALL ');
  return {
    exportSql: `SELECT c.id, coalesce(counters.value, 0) AS value FROM (${rows}) AS c LEFT JOIN counters ON counters.id = c.id
WHERE c.id > ? ORDER BY c.id LIMIT ?`,
    countSql: `SELECT count(*) AS count FROM (${rows})`,
    clearSql: 'DELETE FROM counters',
    keys: [],
    parse: (row) => ({ id: String(row['id']), value: row['value'] }),
    put({ id, value }) {
      const known = counterIds.find((counterId) => counterId === id);
      if (known === undefined || typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
        throw new VigilError('bad-request', `"${id.slice(0, 40)}" is no counter of a store`);
      }
      raiseCounter(connection, known, value);
    },
  };
}

import type { IncidentRecord, StoredRecord } from '@vigil/contracts';
import type { AnyCollection, CollectionDeclaration, CollectionName } from '../collection-declaration.ts';
import { collections } from '../collections.ts';
import type { Clock } from '../port/clock.ts';
import type { RecordCollection } from '../port/record-collection.ts';
import type { Store } from '../port/store.ts';
import { changeWatch } from './change-watch.ts';
import { countIncident } from './incident-counts.ts';
import { incidentStatistics } from './incident-statistics.ts';
import { migrate, requireNewest } from './migrate.ts';
import { recordTable, type AfterWrite, type RecordTable } from './record-table.ts';
import { sqliteAccountRecords } from './sqlite-account-records.ts';
import { openConnection, type SqliteConnection } from './sqlite-connection.ts';
import { sqliteEventLog } from './sqlite-event-log.ts';
import { sqliteJobQueue } from './sqlite-job-queue.ts';
import { sqliteRecords } from './sqlite-records.ts';
import { sqliteTransfer } from './sqlite-transfer.ts';

/** How a store on SQLite is opened. */
export interface SqliteStoreOptions {
  /** The database; made where there is none. Its folder must be there. */
  readonly file: string;
  /** Wall clock; the system's where left out. */
  readonly clock?: Clock | undefined;
  /** Opens a file that must not be changed, such as a backup: every write fails with `not-writable`. */
  readonly readOnly?: boolean | undefined;
  /**
   * Shows the database as it is now for as long as the store is open, whatever others write meanwhile, and writes nothing: for copies
   * of a store that is in use.
   */
  readonly frozen?: boolean | undefined;
  /** Keeps everything in the one file at any time, so that it can be moved: for backups, which one process writes. */
  readonly singleFile?: boolean | undefined;
}

/**
 * Opens a store in one file. Any number of processes of one machine may have it open; the file must not lie on a network share.
 *
 * @throws VigilError `not-writable` where the file cannot be made, `file-unreadable` for one that is no database of Vigil, is damaged
 * or of a newer release, `disk-full`, `store-unavailable`
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const { file, clock = Date.now, readOnly = false, frozen = false, singleFile = false } = options;
  const connection = openConnection(file, { readOnly, singleFile });
  try {
    const schemaVersion = readOnly ? requireNewest(connection) : migrate(connection);
    if (frozen) connection.freeze();
    return storeOn(connection, clock, schemaVersion);
  } catch (error) {
    connection[Symbol.dispose]();
    throw error;
  }
}

/** A store on an open connection, which it closes. @param schemaVersion Version the database is at */
export function storeOn(connection: SqliteConnection, clock: Clock, schemaVersion: number): Store {
  const context = { connection, clock };
  const tables = {} as Record<CollectionName, RecordTable<StoredRecord>>;

  function tableOf<R extends StoredRecord, Filter>(
    declaration: CollectionDeclaration<R, Filter>,
    afterWrite?: AfterWrite<R>,
  ): RecordTable<R> {
    // The table code treats all collections alike: it asks the declaration for nothing but names and paths.
    const table = recordTable<R>(connection, declaration as unknown as AnyCollection, afterWrite);
    tables[declaration.name] = table as unknown as RecordTable<StoredRecord>;
    return table;
  }

  function recordsOf<R extends StoredRecord, Filter extends object>(
    declaration: CollectionDeclaration<R, Filter>,
    afterWrite?: AfterWrite<R>,
  ): RecordCollection<R, Filter> {
    return sqliteRecords(context, declaration, tableOf(declaration, afterWrite));
  }

  const changes = changeWatch(connection);
  const incidents = recordsOf(collections.incidents, (before: IncidentRecord | null, after: IncidentRecord | null) =>
    countIncident(connection, before, after),
  );
  const store = {
    kind: 'sqlite' as const,
    videos: recordsOf(collections.videos),
    analyses: recordsOf(collections.analyses),
    incidents: {
      ...incidents,
      statistics: async (span: Parameters<Store['incidents']['statistics']>[0]) => incidentStatistics(connection, span),
    },
    profiles: recordsOf(collections.profiles),
    corrections: recordsOf(collections.corrections),
    cameras: recordsOf(collections.cameras),
    rules: recordsOf(collections.rules),
    evaluations: recordsOf(collections.evaluations),
    jobs: sqliteJobQueue(context, tableOf(collections.jobs)),
    events: sqliteEventLog(context, changes),
    apiKeys: recordsOf(collections.apiKeys),
    audit: recordsOf(collections.audit),
    settings: recordsOf(collections.settings),
    serviceStates: recordsOf(collections.serviceStates),
    notificationRules: recordsOf(collections.notificationRules),
    deliveries: recordsOf(collections.deliveries),
    reviewMarks: recordsOf(collections.reviewMarks),
    savedViews: recordsOf(collections.savedViews),
    labelSets: recordsOf(collections.labelSets),
    accounts: sqliteAccountRecords(connection),
    schemaVersion,
    async ping() {
      connection.first('SELECT count(*) AS tables FROM sqlite_schema');
    },
    async [Symbol.asyncDispose]() {
      changes[Symbol.dispose]();
      connection[Symbol.dispose]();
    },
  };
  return { ...store, ...sqliteTransfer(connection, tables) };
}

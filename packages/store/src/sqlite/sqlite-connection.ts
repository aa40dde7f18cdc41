import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { VigilError } from '@vigil/contracts';
import { translateSqliteError } from './sqlite-errors.ts';

/** How long a process waits for the lock of another, milliseconds. Every transaction takes a fraction of it. */
const busyTimeoutMs = 10_000;

/** Statements that stay prepared. */
const mostStatements = 400;

/** A row of a result, by column. */
export type Row = Readonly<Record<string, string | number | null>>;

/** One open database file. Calls are synchronous; what SQLite throws becomes errors of the product. */
export interface SqliteConnection extends Disposable {
  readonly file: string;
  /** Rows of a statement. Integers beyond 2⁵³ must be cast to text. */
  all(sql: string, ...values: readonly SQLInputValue[]): Row[];
  /** The first row; undefined where there is none. */
  first(sql: string, ...values: readonly SQLInputValue[]): Row | undefined;
  /** Runs a statement; returns how many rows it changed. */
  run(sql: string, ...values: readonly SQLInputValue[]): number;
  /** Runs a script. */
  script(sql: string): void;
  /** Runs work that reads and writes in one transaction, which no other process writes in between of. What it throws undoes it. */
  write<Answer>(work: () => Answer): Answer;
  /** Runs work that reads one state of the database. */
  read<Answer>(work: () => Answer): Answer;
}

/**
 * Opens a database file, new where there is none.
 *
 * @throws VigilError `not-writable`, `file-unreadable`, `store-unavailable`
 */
export function openConnection(file: string, options: { readonly readOnly: boolean }): SqliteConnection {
  let isClosed = false;
  const guard = <Answer>(call: () => Answer): Answer => {
    try {
      return call();
    } catch (error) {
      if (isClosed) throw new VigilError('store-unavailable', `the database ${file} is closed`, { file });
      throw translateSqliteError(error, file);
    }
  };
  const database = guard(() => new DatabaseSync(file, { readOnly: options.readOnly, timeout: busyTimeoutMs }));
  try {
    guard(() => database.exec(options.readOnly ? 'PRAGMA cache_size = -16000' : settings));
  } catch (error) {
    database.close();
    throw error;
  }
  const statements = new Map<string, StatementSync>();

  function prepared(sql: string): StatementSync {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    if (statements.size >= mostStatements) statements.clear();
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  }

  function inTransaction<Answer>(begin: string, work: () => Answer): Answer {
    database.exec(begin);
    try {
      const answer = work();
      database.exec('COMMIT');
      return answer;
    } catch (error) {
      // SQLite has rolled back by itself after some faults, such as a full disk.
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  }

  return {
    file,
    // Columns of the schema hold texts, integers and nulls.
    all: (sql, ...values) => guard(() => prepared(sql).all(...values) as unknown as Row[]),
    first: (sql, ...values) => guard(() => prepared(sql).get(...values) as unknown as Row | undefined),
    run: (sql, ...values) => guard(() => Number(prepared(sql).run(...values).changes)),
    script: (sql) => guard(() => database.exec(sql)),
    write: (work) => guard(() => inTransaction('BEGIN IMMEDIATE', work)),
    read: (work) => guard(() => inTransaction('BEGIN', work)),
    [Symbol.dispose]() {
      isClosed = true;
      statements.clear();
      if (database.isOpen) database.close();
    },
  };
}

/**
 * `synchronous = FULL`: what was acknowledged is there after a power cut, too. Temporary tables stay in memory, so that a full disk
 * fails no query.
 */
const settings = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = OFF;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -64000;
PRAGMA journal_size_limit = 67108864;
`;

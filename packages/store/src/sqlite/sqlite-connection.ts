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
  /** From now on shows the database as it is, whatever others write, and refuses to write. */
  freeze(): void;
}

/** How a database file is opened. */
export interface ConnectionOptions {
  readonly readOnly: boolean;
  /** Keeps all of the database in its one file at any time: slower to write, and other processes cannot read meanwhile. */
  readonly singleFile?: boolean | undefined;
}

/**
 * Opens a database file, new where there is none.
 *
 * @throws VigilError `not-writable`, `file-unreadable`, `store-unavailable`
 */
export function openConnection(file: string, { readOnly, singleFile = false }: ConnectionOptions): SqliteConnection {
  let isClosed = false;
  let isFrozen = false;
  const guard = <Answer>(call: () => Answer): Answer => {
    try {
      return call();
    } catch (error) {
      if (isClosed) throw new VigilError('store-unavailable', `the database ${file} is closed`, { file });
      throw translateSqliteError(error, file);
    }
  };
  const database = guard(() => new DatabaseSync(file, { readOnly, timeout: busyTimeoutMs }));
  try {
    guard(() => database.exec(readOnly ? 'PRAGMA cache_size = -16000' : settings(singleFile ? 'DELETE' : 'WAL')));
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
    write(work) {
      if (isFrozen) throw new VigilError('not-writable', `the database ${file} was opened to be read only`, { file });
      return guard(() => inTransaction('BEGIN IMMEDIATE', work));
    },
    read: (work) => guard(() => (isFrozen ? work() : inTransaction('BEGIN', work))),
    freeze() {
      // A transaction that never ends sees what there was at its first look.
      guard(() => database.exec('BEGIN; SELECT count(*) FROM sqlite_schema'));
      isFrozen = true;
    },
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
const settings = (journal: 'WAL' | 'DELETE'): string => `
PRAGMA journal_mode = ${journal};
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = OFF;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -64000;
PRAGMA journal_size_limit = 67108864;
`;

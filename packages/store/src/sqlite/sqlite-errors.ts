import { VigilError } from '@vigil/contracts';

/** Result codes of SQLite (https://sqlite.org/rescode.html); the lowest 8 bits of an extended code. */
const primary = {
  busy: 5,
  locked: 6,
  noMemory: 7,
  readOnly: 8,
  io: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  tooBig: 18,
  notDatabase: 26,
};

/** Extended codes of a value that must be unique and is taken. */
const takenCodes = new Set([1555, 2067, 2579]);

/** Whether a write met a value that must be unique and is taken. */
export function isTaken(error: unknown): boolean {
  const code = sqliteCode(error);
  return code !== null && takenCodes.has(code);
}

/**
 * What SQLite threw, as an error of the product; anything else as it is, {@link isTaken} errors too: the caller knows what they mean.
 *
 * @param file The database, as messages name it.
 */
export function translateSqliteError(error: unknown, file: string): unknown {
  const code = sqliteCode(error);
  if (code === null || takenCodes.has(code)) return error;
  const details = { file, sqliteCode: code };
  switch (code & 0xff) {
    case primary.full:
      return new VigilError(
        'disk-full',
        `there is no space left for the database ${file}; nothing that was stored is lost`,
        details,
      );
    case primary.readOnly:
      return new VigilError(
        'not-writable',
        `the database ${file} cannot be written: check its permissions and those of its folder`,
        details,
      );
    case primary.cannotOpen:
      return new VigilError(
        'not-writable',
        `the database ${file} cannot be opened: check that its folder is there and can be written`,
        details,
      );
    case primary.corrupt:
      return damaged(file, 'is damaged', details);
    case primary.notDatabase:
      return damaged(file, 'is no database', details);
    case primary.tooBig:
      return new VigilError('too-large', `the record is too large for the database ${file}`, details);
    case primary.busy:
    case primary.locked:
      return new VigilError(
        'store-unavailable',
        `the database ${file} is locked by another process for longer than it may be`,
        details,
      );
    case primary.io:
    case primary.noMemory:
      return new VigilError('store-unavailable', `the database ${file} cannot be read or written (${messageOf(error)})`, details);
    default:
      return new VigilError('internal', `the database ${file} refused a statement (${messageOf(error)})`, details, error);
  }
}

/** The error for a file that holds no usable database. */
export function damaged(file: string, what: string, details: Record<string, unknown> = { file }): VigilError {
  return new VigilError(
    'file-unreadable',
    `${file} ${what}: restore a backup with "vigil restore", or name another file`,
    details,
  );
}

function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error)) return null;
  return typeof error.errcode === 'number' ? error.errcode : null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import { VigilError } from '@vigil/contracts';
import { schemaVersion1 } from './schema-version-1.ts';
import { schemaVersion2 } from './schema-version-2.ts';
import { schemaVersion3 } from './schema-version-3.ts';
import type { SqliteConnection } from './sqlite-connection.ts';
import { damaged } from './sqlite-errors.ts';

/** Marks a database file as one of Vigil: "VIGL". */
const applicationId = 0x5649_474c;

/** One step from a version of the schema to the next. */
export interface Migration {
  /** Version after it; the first is 1. */
  readonly version: number;
  readonly sql: string;
}

/** All steps in order. A released one is never changed. */
export const migrations: readonly Migration[] = [
  { version: 1, sql: schemaVersion1 },
  { version: 2, sql: schemaVersion2 },
  { version: 3, sql: schemaVersion3 },
];

/**
 * Brings a database to the newest version of the schema, in one transaction: another process that opens it at the same time waits.
 *
 * @returns The version.
 * @throws VigilError `file-unreadable` for a database of another program, of a newer release, or damaged
 */
export function migrate(connection: SqliteConnection, steps: readonly Migration[] = migrations): number {
  const newest = steps.at(-1)?.version ?? 0;
  if (versionOf(connection, newest) === newest) return newest;
  return connection.write(() => {
    const version = versionOf(connection, newest);
    for (const step of steps) {
      if (step.version > version) connection.script(`${step.sql}; PRAGMA user_version = ${step.version}`);
    }
    connection.script(`PRAGMA application_id = ${applicationId}`);
    return newest;
  });
}

/**
 * Checks a database that must not be changed.
 *
 * @throws VigilError as {@link migrate}, and `conflict` where it would have to be brought to a newer version
 */
export function requireNewest(connection: SqliteConnection): number {
  const newest = migrations.at(-1)?.version ?? 0;
  const version = versionOf(connection, newest);
  if (version === newest) return version;
  throw new VigilError(
    'conflict',
    `${connection.file} has version ${version} of the schema and must be brought to ${newest} first`,
    {
      file: connection.file,
      version,
      newest,
    },
  );
}

function versionOf(connection: SqliteConnection, newest: number): number {
  const version = Number(connection.first('PRAGMA user_version')?.['user_version']);
  const application = Number(connection.first('PRAGMA application_id')?.['application_id']);
  const tables = Number(connection.first('SELECT count(*) AS tables FROM sqlite_schema')?.['tables']);
  const isEmpty = tables === 0 && version === 0;
  if (!isEmpty && application !== applicationId) throw damaged(connection.file, 'is a database of another program');
  if (version > newest) {
    throw damaged(
      connection.file,
      `was written by a newer release of Vigil (schema ${version}, this release knows ${newest}); use that release. Otherwise`,
    );
  }
  return version;
}

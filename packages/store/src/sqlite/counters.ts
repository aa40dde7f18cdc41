import type { SqliteConnection } from './sqlite-connection.ts';

/** Numbers that only ever rise: `events`, the last number given out, and `jobs`, the turn that was leased last. */
export const counterIds = ['events', 'jobs'] as const;

/** A counter. */
export type CounterId = (typeof counterIds)[number];

/** The value of a counter; 0 before it was first raised. */
export function readCounter(connection: SqliteConnection, id: CounterId): number {
  return Number(connection.first('SELECT value FROM counters WHERE id = ?', id)?.['value'] ?? 0);
}

/** Raises a counter to a value; it never goes back. */
export function raiseCounter(connection: SqliteConnection, id: CounterId, value: number): void {
  connection.run(
    'INSERT INTO counters (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = max(value, excluded.value)',
    id,
    value,
  );
}

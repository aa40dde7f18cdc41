import { valueAt, type AnyCollection } from '../collection-declaration.ts';

/** Columns over those of filters and unique fields. */
const furtherColumns: Readonly<Record<string, readonly string[]>> = {
  jobs: ['priority', 'turn', 'paused', 'notBefore', 'leaseExpiresAt'],
};

/** Columns of a collection's table by name, with the path of their value: filters of one value, unique fields, and what queues ask for. */
export function columnsOf(declaration: AnyCollection): ReadonlyMap<string, string> {
  const single = Object.entries(declaration.filters).filter(([, { many }]) => !many);
  return new Map([
    ...single.map(([filter, { path }]) => [filter, path] as const),
    ...[...declaration.unique, ...(furtherColumns[declaration.name] ?? [])].map((path) => [path, path] as const),
  ]);
}

/** A value as columns hold it. */
export function columnValue(value: unknown): string | number | null {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** A table that holds the values of an array field. */
export interface ArrayTable {
  /** Name of the filter. */
  readonly filter: string;
  readonly table: string;
  readonly path: string;
  /** Filters whose column it has a copy of. */
  readonly copies: readonly string[];
}

/** Tables of the array fields of a collection. */
export function arrayTablesOf(declaration: AnyCollection): readonly ArrayTable[] {
  return Object.entries(declaration.filters)
    .filter(([, { many }]) => many)
    .map(([filter, { path }]) => ({
      filter,
      table: `${declaration.name}_${filter}`,
      path,
      copies: declaration.combined
        .filter((names) => names.includes(filter))
        .flatMap((names) => names.filter((name) => name !== filter)),
    }));
}

/** Values of an array field, each once. */
export function arrayValues(record: object, path: string): readonly string[] {
  const value = valueAt(record, path);
  return Array.isArray(value) ? [...new Set(value.map(String))] : [];
}

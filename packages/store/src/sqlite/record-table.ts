import type { SQLInputValue } from 'node:sqlite';
import type { StoredRecord } from '@vigil/contracts';
import { valueAt, type AnyCollection } from '../collection-declaration.ts';
import { placesOf } from './place.ts';
import type { SqliteConnection } from './sqlite-connection.ts';
import { arrayTablesOf, arrayValues, columnsOf, columnValue } from './table-columns.ts';
import { indexedText } from './text-index.ts';

/** The rows of one collection, in its table, the tables of its array fields and its full-text index. */
export interface RecordTable<R extends StoredRecord> {
  readonly name: string;
  readonly declaration: AnyCollection;
  get(id: string): R | null;
  /** Adds a record as it is. Throws SQLite's error where the id or a unique value is taken. */
  add(record: R): void;
  /** Puts a record in place of the stored one of the same id. */
  put(stored: R, record: R): void;
  /** Removes a stored record. */
  drop(stored: R): void;
}

/** What else changes with a record; null for what is not there before, or after. */
export type AfterWrite<R> = (before: R | null, after: R | null) => void;

/** The rows of a collection; every change must run in a transaction. */
export function recordTable<R extends StoredRecord>(
  connection: SqliteConnection,
  declaration: AnyCollection,
  afterWrite: AfterWrite<R> = () => undefined,
): RecordTable<R> {
  const { name } = declaration;
  const columns = columnsOf(declaration);
  const arrays = arrayTablesOf(declaration);
  const hasText = declaration.text.length > 0;
  const names = ['id', 'version', ...columns.keys(), 'record'];
  const insert = `INSERT INTO ${name} (place, ${names.join(', ')}) VALUES (?${', ?'.repeat(names.length)})`;
  const update = `UPDATE ${name} SET ${names.map((column) => `${column} = ?`).join(', ')} WHERE place = ?`;

  const valuesOf = (record: R): SQLInputValue[] => [
    record.id,
    record.version,
    ...[...columns.values()].map((path) => columnValue(valueAt(record, path))),
    JSON.stringify(record),
  ];

  function freePlace(record: R): bigint {
    let { from, before } = placesOf(String(valueAt(record, declaration.sortField)));
    for (;;) {
      const last = connection.first(
        `SELECT CAST(max(place) AS TEXT) AS place FROM ${name} WHERE place >= ? AND place < ?`,
        from,
        before,
      )?.['place'];
      if (last === null || last === undefined) return from;
      const next = BigInt(last) + 1n;
      if (next < before) return next;
      [from, before] = [before, before + (before - from)];
    }
  }

  function placeOf(id: string): bigint {
    return BigInt(String(connection.first(`SELECT CAST(place AS TEXT) AS place FROM ${name} WHERE id = ?`, id)?.['place']));
  }

  function addArrays(record: R, place: bigint): void {
    for (const { table, path, copies } of arrays) {
      for (const value of arrayValues(record, path)) {
        connection.run(
          `INSERT INTO ${table} (value, place${copies.map((copy) => `, ${copy}`).join('')}) VALUES (?, ?${', ?'.repeat(copies.length)})`,
          value,
          place,
          ...copies.map((copy) => columnValue(valueAt(record, columns.get(copy) ?? copy))),
        );
      }
    }
  }

  function dropArrays(record: R, place: bigint): void {
    for (const { table, path } of arrays) {
      for (const value of arrayValues(record, path)) {
        connection.run(`DELETE FROM ${table} WHERE value = ? AND place = ?`, value, place);
      }
    }
  }

  const arrayContent = (record: R): string =>
    JSON.stringify(arrays.map(({ path, copies }) => [path, ...copies].map((field) => valueAt(record, field) ?? null)));

  function addText(record: R, place: bigint): void {
    if (hasText) connection.run(`INSERT INTO ${name}_text (rowid, words) VALUES (?, ?)`, place, indexedText(declaration, record));
  }

  function dropText(place: bigint): void {
    if (hasText) connection.run(`DELETE FROM ${name}_text WHERE rowid = ?`, place);
  }

  function add(record: R): void {
    const place = freePlace(record);
    connection.run(insert, place, ...valuesOf(record));
    addArrays(record, place);
    addText(record, place);
  }

  function drop(stored: R): void {
    const place = placeOf(stored.id);
    connection.run(`DELETE FROM ${name} WHERE place = ?`, place);
    dropArrays(stored, place);
    dropText(place);
  }

  return {
    name,
    declaration,
    get(id) {
      const row = connection.first(`SELECT record FROM ${name} WHERE id = ?`, id);
      return row === undefined ? null : parseRecord<R>(row['record']);
    },
    add(record) {
      add(record);
      afterWrite(null, record);
    },
    put(stored, record) {
      if (valueAt(stored, declaration.sortField) !== valueAt(record, declaration.sortField)) {
        drop(stored);
        add(record);
      } else {
        const place = placeOf(stored.id);
        connection.run(update, ...valuesOf(record), place);
        if (arrayContent(stored) !== arrayContent(record)) {
          dropArrays(stored, place);
          addArrays(record, place);
        }
        if (hasText && indexedText(declaration, stored) !== indexedText(declaration, record)) {
          dropText(place);
          addText(record, place);
        }
      }
      afterWrite(stored, record);
    },
    drop(stored) {
      drop(stored);
      afterWrite(stored, null);
    },
  };
}

/** A record as its row holds it. */
export function parseRecord<R>(text: unknown): R {
  // Only records that passed their schema are stored.
  return JSON.parse(String(text)) as R;
}

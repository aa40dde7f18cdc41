import type { SQLInputValue } from 'node:sqlite';
import { indexesOf, type AnyCollection } from '../collection-declaration.ts';
import type { ListOrder } from '../port/record-collection.ts';
import { searchedWords } from '../records/words.ts';
import { placesOf } from './place.ts';
import { arrayTablesOf, columnValue } from './table-columns.ts';
import { isInText, textSearch } from './text-index.ts';

/** A filter of any collection. */
export type AnyFilter = Readonly<Record<string, unknown>>;

/** Filters that leave few records, whatever else is asked for: their index goes before any that covers more filters. */
const narrow: Readonly<Record<string, (value: unknown) => boolean>> = {
  analysisId: () => true,
  videoId: () => true,
  announced: (value) => value === false,
};

/** Indexes over the places of all records: much less to read than the records themselves. */
const placeIndexes: Readonly<Record<string, string>> = { incidents: 'incidents_figures' };

/** A query that reads rows in the order of their places from an index, and sorts nothing. */
export interface Query {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

/** The parts of a query that depend on the filter. */
interface Source {
  /** Tables, the one that drives the query first. */
  readonly tables: string;
  /** Expression of the place. */
  readonly place: string;
  /** Whether the table of records must be joined for its conditions. */
  readonly needsRecords: boolean;
  readonly conditions: readonly string[];
  readonly values: readonly SQLInputValue[];
}

/**
 * One page and one record more: `place` (as text) and `record`.
 *
 * @param after Place of the last record of the page before.
 */
export function listQuery(
  declaration: AnyCollection,
  filter: AnyFilter,
  order: ListOrder,
  after: bigint | null,
  limit: number,
): Query {
  const source = sourceOf(declaration, filter);
  const isNewestFirst = order === 'newest-first';
  const conditions = [...source.conditions, ...(after === null ? [] : [`${source.place} ${isNewestFirst ? '<' : '>'} ?`])];
  return {
    sql: [
      `SELECT CAST(${source.place} AS TEXT) AS place, r.record FROM ${withRecords(source, declaration)}`,
      where(conditions),
      `ORDER BY ${source.place} ${isNewestFirst ? 'DESC' : 'ASC'} LIMIT ?`,
    ].join(' '),
    values: [...source.values, ...(after === null ? [] : [after]), limit + 1],
  };
}

/** How many records pass, up to a limit: `count`. */
export function countQuery(declaration: AnyCollection, filter: AnyFilter, limit: number): Query {
  const source = sourceOf(declaration, filter);
  const placeIndex = placeIndexes[declaration.name];
  const tables =
    source.tables === `${declaration.name} AS r` && placeIndex !== undefined
      ? `${source.tables} INDEXED BY ${placeIndex}`
      : source.needsRecords
        ? withRecords(source, declaration)
        : source.tables;
  return {
    sql: `SELECT count(*) AS count FROM (SELECT 1 FROM ${tables} ${where(source.conditions)} LIMIT ?)`,
    values: [...source.values, limit],
  };
}

function withRecords({ tables, place }: Source, { name }: AnyCollection): string {
  return place === 'r.place' ? tables : `${tables} CROSS JOIN ${name} AS r ON r.place = ${place}`;
}

function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}

function sourceOf(declaration: AnyCollection, filter: AnyFilter): Source {
  const given = Object.keys(declaration.filters).filter((name) => filter[name] !== undefined);
  const words = declaration.text.length > 0 && typeof filter['text'] === 'string' ? searchedWords(filter['text']) : [];
  const index = chooseIndex(declaration, filter, given);
  // Where no index answers all conditions, the full-text index does: it knows the values, too, but for those outside of it.
  const isAnswered = declaration.text.length === 0 || given.every((name) => index.includes(name));
  const isIndexed =
    words.length === 0 ? isAnswered || isNarrow(index, filter) : isNarrow(index, filter) && !index.every(isInText);
  const source = isIndexed
    ? withWords(indexSource(declaration, filter, given, index), declaration, words)
    : textSource(declaration, filter, given, words);
  const { from, before } = filter;
  return {
    ...source,
    conditions: [
      ...source.conditions,
      ...(from === undefined ? [] : [`${source.place} >= ?`]),
      ...(before === undefined ? [] : [`${source.place} < ?`]),
    ],
    values: [
      ...source.values,
      ...(from === undefined ? [] : [placesOf(String(from)).from]),
      ...(before === undefined ? [] : [placesOf(String(before)).from]),
    ],
  };
}

/** Words are looked up in the full-text index together with the values; its rows lie in the order of places. */
function textSource(declaration: AnyCollection, filter: AnyFilter, given: readonly string[], words: readonly string[]): Source {
  const index = `${declaration.name}_text`;
  const inText = given.filter(isInText);
  const rest = conditionsOn(
    declaration,
    filter,
    given.filter((name) => !isInText(name)),
    `${index}.rowid`,
  );
  return {
    tables: index,
    place: `${index}.rowid`,
    needsRecords: rest.conditions.length > 0,
    conditions: [`${index} MATCH ?`, ...rest.conditions],
    values: [
      textSearch(
        words,
        inText.map((name) => [name, filter[name]] as const),
      ),
      ...rest.values,
    ],
  };
}

/** Looks for words in the few records that an index leaves. */
function withWords(source: Source, { name }: AnyCollection, words: readonly string[]): Source {
  if (words.length === 0) return source;
  const index = `${name}_text`;
  return {
    ...source,
    conditions: [
      ...source.conditions,
      `EXISTS (SELECT 1 FROM ${index} WHERE ${index} MATCH ? AND ${index}.rowid = ${source.place})`,
    ],
    values: [...source.values, textSearch(words, [])],
  };
}

function indexSource(declaration: AnyCollection, filter: AnyFilter, given: readonly string[], index: readonly string[]): Source {
  const array = arrayTablesOf(declaration).find((table) => index.includes(table.filter));
  const place = array === undefined ? 'r.place' : 'a.place';
  const rest = conditionsOn(
    declaration,
    filter,
    given.filter((name) => !index.includes(name)),
    place,
  );
  const column = (name: string) => (array === undefined ? `r.${name}` : name === array.filter ? 'a.value' : `a.${name}`);
  const indexName =
    index.length === 0 || (array !== undefined && index.length === 1) ? null : nameOfIndex(declaration, index, array?.filter);
  const table = array === undefined ? `${declaration.name} AS r` : `${array.table} AS a`;
  return {
    tables: indexName === null ? table : `${table} INDEXED BY ${indexName}`,
    place,
    needsRecords: rest.conditions.length > 0,
    conditions: [...index.map((name) => `${column(name)} = ?`), ...rest.conditions],
    values: [...index.map((name) => columnValue(filter[name])), ...rest.values],
  };
}

/** The index that leaves the least to be read: a narrow filter's own, otherwise one of most of the filters. */
function chooseIndex(declaration: AnyCollection, filter: AnyFilter, given: readonly string[]): readonly string[] {
  const usable = indexesOf(declaration).filter((names) => names.every((name) => given.includes(name)));
  const score = (names: readonly string[]) => (isNarrow(names, filter) ? 100 : 0) + names.length;
  return usable.reduce((best, names) => (score(names) > score(best) ? names : best));
}

function isNarrow(names: readonly string[], filter: AnyFilter): boolean {
  return names.some((name) => narrow[name]?.(filter[name]) === true);
}

function nameOfIndex({ name }: AnyCollection, index: readonly string[], array: string | undefined): string {
  if (array === undefined) return `${name}_${index.join('_')}`;
  return `${name}_${array}_${index.filter((filter) => filter !== array).join('_')}`;
}

/** Conditions that no index of the query answers. They are checked row by row. */
function conditionsOn(
  declaration: AnyCollection,
  filter: AnyFilter,
  names: readonly string[],
  place: string,
): { readonly conditions: readonly string[]; readonly values: readonly SQLInputValue[] } {
  const arrays = new Map(arrayTablesOf(declaration).map(({ filter: name, table }) => [name, table]));
  return {
    conditions: names.map((name) => {
      const table = arrays.get(name);
      if (table === undefined) return `r.${name} = ?`;
      return `EXISTS (SELECT 1 FROM ${table} AS e WHERE e.value = ? AND e.place = ${place})`;
    }),
    values: names.map((name) => columnValue(filter[name])),
  };
}

import { createHash } from 'node:crypto';
import { valueAt, type AnyCollection } from '../collection-declaration.ts';
import { beginningsOf, wordsOfRecord } from '../records/words.ts';

/** Filters that are not part of the full-text index, since each change of them would write all words anew. */
const outsideText = new Set(['announced']);

/** What a token that stands for a value begins with, and no word does. */
const facetMark = '=';

/** Whether the full-text index knows the values of a filter. */
export function isInText(filter: string): boolean {
  return !outsideText.has(filter);
}

/**
 * What the full-text index holds of a record: all that its words begin with, and a token for each value it is filtered by. So every
 * search is for whole tokens, whose lists of places are read in order and side by side: neither a beginning that many words share
 * nor a value that few of many records have is collected or sorted first.
 */
export function indexedText(declaration: AnyCollection, record: object): string {
  const facets = Object.entries(declaration.filters)
    .filter(([filter]) => isInText(filter))
    .flatMap(([filter, { path }]) =>
      [valueAt(record, path)]
        .flat()
        .filter((value) => value !== null && value !== undefined)
        .map((value) => facetToken(filter, value)),
    );
  return [...new Set(facets), ...beginningsOf(wordsOfRecord(declaration, record))].join(' ');
}

/** The search for records that have a word that begins with each of some, and each of some values. */
export function textSearch(words: readonly string[], values: readonly (readonly [filter: string, value: unknown])[]): string {
  // Words are letters and digits alone, and tokens hexadecimal: neither can leave the quotes.
  return [...values.map(([filter, value]) => facetToken(filter, value)), ...words].map((token) => `"${token}"`).join(' AND ');
}

/** The token of a value; as good as free of collisions: 80 bits of its SHA-256. */
function facetToken(filter: string, value: unknown): string {
  const digest = createHash('sha256')
    .update(`${filter}\n${String(value)}`)
    .digest('hex');
  return `${facetMark}${digest.slice(0, 20)}`;
}

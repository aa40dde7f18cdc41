import { createHash } from 'node:crypto';
import { valueAt, type AnyCollection } from '../collection-declaration.ts';
import { wordsOfRecord } from '../records/words.ts';

/** Filters that are not part of the full-text index, since each change of them would write all words anew. */
const outsideText = new Set(['announced']);

/** A token that stands for a value has as many signs in front as the longest prefix index counts, and no word has any. */
const facetMark = '='.repeat(8);

/** Whether the full-text index knows the values of a filter. */
export function isInText(filter: string): boolean {
  return !outsideText.has(filter);
}

/**
 * What the full-text index holds of a record: its words, and a token for each value it is filtered by, so that a word and a value
 * are searched together without reading every record that has the word.
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
  return [...new Set(facets), ...wordsOfRecord(declaration, record)].join(' ');
}

/** The search for records that have a word that begins with each of some, and each of some values. */
export function textSearch(words: readonly string[], values: readonly (readonly [filter: string, value: unknown])[]): string {
  // Words are letters and digits alone, and tokens hexadecimal: neither can leave the quotes.
  return [...values.map(([filter, value]) => `"${facetToken(filter, value)}"`), ...words.map((word) => `"${word}"*`)].join(
    ' AND ',
  );
}

/** The token of a value; as good as free of collisions: 80 bits of its SHA-256. */
function facetToken(filter: string, value: unknown): string {
  const digest = createHash('sha256')
    .update(`${filter}\n${String(value)}`)
    .digest('hex');
  return `${facetMark}${digest.slice(0, 20)}`;
}

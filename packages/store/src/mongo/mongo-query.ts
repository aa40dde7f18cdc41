import { VigilError } from '@vigil/contracts';
import type { Filter } from 'mongodb';
import type { AnyCollection } from '../collection-declaration.ts';
import type { ListOrder } from '../port/record-collection.ts';
import { timestampOf } from '../records/stamp.ts';
import { searchedWords } from '../records/words.ts';
import type { StoredDocument } from './stored-document.ts';

/** Field that holds the words a record is found by. */
export const wordsField = '_words';

/** Conditions that are joined by AND. */
export type Conditions = Filter<StoredDocument>[];

/** What a filter of the port asks of documents. Values are compared, never read as operators. */
export function conditionsOf(declaration: AnyCollection, filter: Readonly<Record<string, unknown>>): Conditions {
  const conditions: Conditions = [];
  for (const [name, { path }] of Object.entries(declaration.filters)) {
    if (filter[name] !== undefined) conditions.push({ [path]: { $eq: filter[name] } });
  }
  const { from, before, text } = filter;
  if (typeof from === 'string') conditions.push({ [declaration.sortField]: { $gte: storedTime(from) } });
  if (typeof before === 'string') conditions.push({ [declaration.sortField]: { $lt: storedTime(before) } });
  if (typeof text === 'string') {
    // Words are letters and digits alone, so that none of them means anything in a pattern.
    for (const word of searchedWords(text)) conditions.push({ [wordsField]: { $regex: `^${word}` } });
  }
  return conditions;
}

/** What comes after a record in a list. @param position Sort key and id of the record */
export function conditionsAfter(sortField: string, order: ListOrder, [key, id]: readonly [string, string]): Conditions {
  const [beyond, upTo] = order === 'newest-first' ? (['$lt', '$lte'] as const) : (['$gt', '$gte'] as const);
  // The first condition bounds the scan of the index; the second is exact among equal sort keys.
  return [
    { [sortField]: { [upTo]: key } },
    { $or: [{ [sortField]: { [beyond]: key } }, { _id: { [beyond]: id } }] },
  ] as Conditions;
}

/** Conditions as one filter. */
export function all(conditions: Conditions): Filter<StoredDocument> {
  return conditions.length === 0 ? {} : { $and: conditions };
}

/** A time in the form that records hold it in, so that texts compare as times do. @throws VigilError `bad-request` */
function storedTime(text: string): string {
  const time = Date.parse(text);
  if (Number.isFinite(time)) return timestampOf(time);
  throw new VigilError('bad-request', `"${text.slice(0, 40)}" is no time: give one such as 2026-01-31T08:00:00.000Z.`);
}

import { VigilError } from '@vigil/contracts';
import type { Filter } from 'mongodb';
import type { AccountCondition } from '../port/account-records.ts';
import { checkAccountField } from '../records/account-fields.ts';
import type { StoredDocument } from './stored-document.ts';

/** Conditions of the account library as a filter, joined from left to right; everything where there are none. */
export function accountQuery(where: readonly AccountCondition[]): Filter<StoredDocument> {
  const [first, ...others] = where;
  if (first === undefined) return {};
  return others.reduce<Filter<StoredDocument>>(
    (joined, condition) =>
      condition.connector === 'OR' ? { $or: [joined, single(condition)] } : { $and: [joined, single(condition)] },
    single(first),
  );
}

/** Name of the field of a document that holds a field of an account record. @throws VigilError `bad-request` */
export function accountField(field: string): string {
  return field === 'id' ? '_id' : checkAccountField(field);
}

function single({ field, operator, value }: AccountCondition): Filter<StoredDocument> {
  const name = accountField(field);
  switch (operator) {
    case 'eq':
    case 'ne':
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      if (Array.isArray(value)) throw severalValues(field, operator);
      return { [name]: { [`$${operator}`]: value } };
    case 'in':
    case 'not_in':
      return { [name]: { [operator === 'in' ? '$in' : '$nin']: [value].flat() } };
    case 'contains':
      return { [name]: { $regex: literal(value) } };
    case 'starts_with':
      return { [name]: { $regex: `^${literal(value)}` } };
    case 'ends_with':
      // Unlike $, \z is the end of the text alone, not also the place before a last line break.
      return { [name]: { $regex: `${literal(value)}\\z` } };
    default:
      return operator satisfies never;
  }
}

/** A pattern that matches a text itself. */
function literal(value: AccountCondition['value']): string {
  return String(value).replace(/[\\^$.*+?()[\]{}|#-]/g, String.raw`\$&`);
}

function severalValues(field: string, operator: string): VigilError {
  return new VigilError('bad-request', `the condition "${operator}" on the account field "${field}" takes one value`);
}

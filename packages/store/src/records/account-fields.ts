import { VigilError } from '@vigil/contracts';
import type { AccountModel, AccountRecord } from '../port/account-records.ts';
import { plainJson } from './plain-json.ts';

/** Most records of one search. */
export const mostAccountRecords = 1000;

/** Field of each model that no two records share. */
export const uniqueAccountField: Readonly<Partial<Record<AccountModel, string>>> = { user: 'email', session: 'token' };

/** @throws VigilError `bad-request` for what is no name of a field */
export function checkAccountField(field: string): string {
  if (/^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(field)) return field;
  throw new VigilError('bad-request', `"${field.slice(0, 40)}" is no field of an account record`);
}

/** @throws VigilError `bad-request` for more records than one search gives */
export function checkAccountLimit(limit: number): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= mostAccountRecords) return limit;
  throw new VigilError('bad-request', `a search for account records gives 1 to ${mostAccountRecords}; ${limit} were asked for`);
}

/**
 * A record of the account library as it is stored: its copy in JSON.
 *
 * @throws VigilError `bad-request` for one without an id
 */
export function checkAccountRecord(record: Readonly<Record<string, unknown>>): AccountRecord {
  for (const field of Object.keys(record)) checkAccountField(field);
  const copy = plainJson(record, 'the accounts') as Record<string, unknown>;
  const { id } = copy;
  if (typeof id === 'string' && id !== '' && id.length <= 256) return { ...copy, id };
  throw new VigilError('bad-request', 'an account record needs an id of 1 to 256 characters');
}

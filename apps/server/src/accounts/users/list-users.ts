import { type Page, type PageQuery, type User, VigilError } from '@vigil/contracts';
import type { Store } from '@vigil/store';
import { z } from 'zod';
import { userOf } from './user-records.ts';

/** One page of users, by e-mail address. @throws VigilError `bad-request` for a cursor that is none */
export async function listUsers(store: Store, { limit, cursor }: PageQuery): Promise<Page<User>> {
  const after = cursor === undefined ? '' : emailOf(cursor);
  const records = await store.accounts.find('user', {
    where: [{ field: 'email', operator: 'gt', value: after, connector: 'AND' }],
    sortBy: { field: 'email', direction: 'asc' },
    limit: limit + 1,
  });
  const items = records.slice(0, limit).map(userOf);
  const last = records.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last === undefined ? null : Buffer.from(last.email).toString('base64url') };
}

function emailOf(cursor: string): string {
  const email = Buffer.from(cursor, 'base64url').toString();
  if (!z.email().safeParse(email).success) throw new VigilError('bad-request', 'The cursor is none of this list');
  return email;
}

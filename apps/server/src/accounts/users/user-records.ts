import { roleSchema, type User, VigilError } from '@vigil/contracts';
import type { AccountCondition, AccountRecord, Store } from '@vigil/store';
import { z } from 'zod';

const storedUserSchema = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: roleSchema,
  disabled: z.boolean(),
  createdAt: z.string(),
  lastSignInAt: z.string().nullish(),
});

/** A user as replies show one, of the record that is stored. */
export function userOf(record: AccountRecord): User {
  const { lastSignInAt, ...user } = storedUserSchema.parse(record);
  return { ...user, lastSignInAt: lastSignInAt ?? null };
}

/** The user of an id; null where there is none. */
export async function findUser(store: Store, id: string): Promise<User | null> {
  const [record] = await store.accounts.find('user', { where: [equal('id', id)], limit: 1 });
  return record === undefined ? null : userOf(record);
}

/** The user of an id. @throws VigilError `not-found` */
export async function requireUser(store: Store, id: string): Promise<User> {
  const user = await findUser(store, id);
  if (user === null) throw new VigilError('not-found', `There is no user ${id}`, { id });
  return user;
}

/** That a field has a value. */
export function equal(field: string, value: AccountCondition['value']): AccountCondition {
  return { field, operator: 'eq', value, connector: 'AND' };
}

import type { Session } from '@vigil/contracts';
import type { AccountRecord, Clock, Store } from '@vigil/store';
import { z } from 'zod';
import { equal } from '../users/user-records.ts';

const storedSessionSchema = z.object({
  id: z.string(),
  userId: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  ipAddress: z.string().nullish(),
  userAgent: z.string().nullish(),
});

/** Most sessions that a list shows. */
const mostListed = 200;

/** A session as replies show one, of the record that is stored. */
export function sessionOf(record: AccountRecord, currentId: string | null): Session {
  const { ipAddress, userAgent, ...session } = storedSessionSchema.parse(record);
  return { ...session, ipAddress: ipAddress || null, userAgent: userAgent || null, current: session.id === currentId };
}

/** The session of an id; null where there is none. */
export async function findSession(store: Store, id: string, currentId: string | null): Promise<Session | null> {
  const [record] = await store.accounts.find('session', { where: [equal('id', id)], limit: 1 });
  return record === undefined ? null : sessionOf(record, currentId);
}

/** Open sessions of a user, at most 200, the newest first. */
export async function listSessions(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  userId: string,
  currentId: string | null,
): Promise<Session[]> {
  const now = new Date(clock()).toISOString();
  const records = await store.accounts.find('session', {
    where: [equal('userId', userId), { field: 'expiresAt', operator: 'gt', value: now, connector: 'AND' }],
    sortBy: { field: 'createdAt', direction: 'desc' },
    limit: mostListed,
  });
  return records.map((record) => sessionOf(record, currentId));
}

/** Removes sessions that have run out, which the account library does only where somebody still comes with them. */
export async function removeExpiredSessions(store: Store, clock: Clock): Promise<number> {
  const now = new Date(clock()).toISOString();
  return await store.accounts.remove('session', [{ field: 'expiresAt', operator: 'lt', value: now, connector: 'AND' }]);
}

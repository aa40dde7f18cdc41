import type { ApiKey } from '@vigil/contracts';
import type { Clock, Store } from '@vigil/store';
import type { Caller } from '../../http/access.ts';
import { findUser } from '../users/user-records.ts';
import { hashApiKey } from './api-key-secret.ts';

/** A use of a key is noted at most this often, milliseconds. */
const useNotedMs = 60_000;

/** Whom a key stands for; null where it is unknown, revoked, run out, or its owner is gone or disabled. */
export async function findApiKeyCaller(store: Store, clock: Clock, key: string): Promise<Caller | null> {
  const found = await store.apiKeys.list({ filter: { hash: hashApiKey(key) }, limit: 1 });
  const record = found.items[0] as ApiKey | undefined;
  const now = clock();
  if (record === undefined || record.revokedAt !== null) return null;
  if (record.expiresAt !== null && Date.parse(record.expiresAt) <= now) return null;
  const owner = await findUser(store, record.ownerId);
  if (owner === null || owner.disabled) return null;
  if (record.lastUsedAt === null || Math.abs(now - Date.parse(record.lastUsedAt)) >= useNotedMs) {
    await store.apiKeys.update(record.id, (stored) => ({ ...stored, lastUsedAt: new Date(now).toISOString() }));
  }
  return {
    kind: 'api-key',
    id: record.id,
    userId: owner.id,
    name: record.name,
    role: owner.role,
    scopes: record.scopes,
    sessionId: null,
  };
}

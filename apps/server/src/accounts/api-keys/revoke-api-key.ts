import { VigilError } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../http/access.ts';
import type { AccountContext } from '../account-context.ts';

/**
 * Revokes a key; one that was revoked before is removed. Administrators may do so with everybody's, others with their own.
 *
 * @throws VigilError `not-found`
 */
export async function revokeApiKey(
  { store, clock, cache, audit }: AccountContext,
  request: FastifyRequest,
  caller: Caller,
  id: string,
): Promise<void> {
  const found = await store.apiKeys.get(id);
  if (found === null || (found.ownerId !== caller.userId && caller.role !== 'admin'))
    throw new VigilError('not-found', `There is no API key ${id}`, { id });
  const remove = found.revokedAt !== null;
  if (remove) await store.apiKeys.remove(id);
  else await store.apiKeys.update(id, (key) => ({ ...key, revokedAt: new Date(clock()).toISOString() }));
  cache.clear();
  await audit.enter(request, {
    action: remove ? 'api-key.remove' : 'api-key.revoke',
    target: `api-key:${id}`,
    details: { name: found.name, prefix: found.prefix, ownerId: found.ownerId },
  });
}

/** Revokes all keys of a user. */
export async function revokeAllKeys({ store, clock, cache }: AccountContext, ownerId: string): Promise<void> {
  const revokedAt = new Date(clock()).toISOString();
  let cursor: string | undefined;
  do {
    const page = await store.apiKeys.list({ filter: { ownerId }, limit: 100, cursor });
    for (const { id } of page.items) await store.apiKeys.update(id, (key) => ({ ...key, revokedAt: key.revokedAt ?? revokedAt }));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  cache.clear();
}

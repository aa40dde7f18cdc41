import { randomUUID } from 'node:crypto';
import { type ApiKey, type ApiKeyScope, type Role, roles, VigilError } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../http/access.ts';
import type { AccountContext } from '../account-context.ts';
import { apiKeyPrefix, generateApiKey, hashApiKey } from './api-key-secret.ts';

/** Most keys that an owner may have, those that were revoked and not removed included. */
const mostKeys = 100;

/** Role that is needed for each scope to be of any use. */
const roleOfScope: Readonly<Record<ApiKeyScope, Role>> = {
  read: 'viewer',
  upload: 'operator',
  review: 'operator',
  manage: 'operator',
  admin: 'admin',
};

/** A key to be made. */
export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly ApiKeyScope[];
  /** ISO 8601; null for a key that does not run out. */
  readonly expiresAt: string | null;
}

/**
 * Makes an API key for the caller.
 *
 * @returns The record, and the key itself, which is told this once.
 * @throws VigilError `forbidden` for scopes beyond the caller's role, `bad-request` for an expiry in the past, `quota-exceeded`
 */
export async function createApiKey(
  { store, clock, audit }: AccountContext,
  request: FastifyRequest,
  caller: Caller,
  { name, scopes, expiresAt }: NewApiKey,
): Promise<{ readonly record: ApiKey; readonly key: string }> {
  const beyond = scopes.find((scope) => roles.indexOf(roleOfScope[scope]) > roles.indexOf(caller.role));
  if (beyond !== undefined) {
    const text = `The scope ${beyond} needs the role ${roleOfScope[beyond]}, and you are ${caller.role}`;
    throw new VigilError('forbidden', text, { scope: beyond, role: caller.role });
  }
  if (expiresAt !== null && Date.parse(expiresAt) <= clock())
    throw new VigilError('bad-request', `The key would have run out already at ${expiresAt}`, { expiresAt });
  const ownerId = caller.userId;
  if ((await store.apiKeys.count({ ownerId }, mostKeys)) >= mostKeys)
    throw new VigilError('quota-exceeded', `You have ${mostKeys} API keys, which is the limit; remove some`, { limit: mostKeys });
  const key = generateApiKey();
  const record = await store.apiKeys.insert({
    id: randomUUID(),
    name,
    prefix: apiKeyPrefix(key),
    hash: hashApiKey(key),
    scopes: [...new Set(scopes)],
    ownerId,
    expiresAt,
    lastUsedAt: null,
    revokedAt: null,
  });
  await audit.enter(request, {
    action: 'api-key.create',
    target: `api-key:${record.id}`,
    details: { name, prefix: record.prefix, scopes: record.scopes, expiresAt },
  });
  return { record, key };
}

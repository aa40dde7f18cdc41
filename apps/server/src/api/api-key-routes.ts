import {
  apiKeyListQuerySchema,
  apiKeyPageSchema,
  createdApiKeySchema,
  newApiKeySchema,
  recordParamsSchema,
  VigilError,
} from '@vigil/contracts';
import type { AccountContext } from '../accounts/account-context.ts';
import { createApiKey } from '../accounts/api-keys/create-api-key.ts';
import { revokeApiKey } from '../accounts/api-keys/revoke-api-key.ts';
import type { GuardedAccess } from '../http/access.ts';
import { route, type RouteDefinition } from '../http/route.ts';

/** Everybody has keys, none of which does more than its owner; only a key with `admin` handles keys itself. */
const ownKeys: GuardedAccess = { role: 'viewer', scope: 'admin' };

/** API keys: the own ones, for administrators those of everybody. */
export function apiKeyRoutes(accounts: AccountContext): readonly RouteDefinition[] {
  const { store } = accounts;
  return [
    route({
      method: 'GET',
      url: '/api/v1/api-keys',
      access: ownKeys,
      summary: 'The own API keys; for administrators those of everybody, or of one owner',
      tag: 'api keys',
      query: apiKeyListQuerySchema,
      replies: { 200: apiKeyPageSchema },
      handler: async ({ query: { ownerId, ...page }, caller }) => {
        const isAdmin = caller.role === 'admin';
        if (!isAdmin && ownerId !== undefined && ownerId !== caller.userId)
          throw new VigilError('forbidden', "Other users' keys are shown to administrators only");
        const { items, nextCursor } = await store.apiKeys.list({
          ...page,
          filter: { ownerId: isAdmin ? ownerId : caller.userId },
        });
        return { items: items.map(({ hash: _hash, ...shown }) => shown), nextCursor };
      },
    }),
    route({
      method: 'POST',
      url: '/api/v1/api-keys',
      access: ownKeys,
      summary: 'Make an API key, which is shown this once',
      tag: 'api keys',
      body: newApiKeySchema,
      replies: { 201: createdApiKeySchema },
      handler: async ({ body, caller, request }) => {
        const { record, key } = await createApiKey(accounts, request, caller, body);
        const { hash: _hash, ...shown } = record;
        return { ...shown, key };
      },
    }),
    route({
      method: 'DELETE',
      url: '/api/v1/api-keys/:id',
      access: ownKeys,
      summary: 'Revoke an API key; remove one that was revoked before',
      tag: 'api keys',
      params: recordParamsSchema,
      replies: { 204: null },
      handler: async ({ params, caller, request }) => revokeApiKey(accounts, request, caller, params.id),
    }),
  ];
}

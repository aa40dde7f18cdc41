import { createHash } from 'node:crypto';
import { roleSchema } from '@vigil/contracts';
import type { Clock, Store } from '@vigil/store';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../http/access.ts';
import { bearerKey } from '../api-keys/api-key-secret.ts';
import { findApiKeyCaller } from '../api-keys/find-api-key.ts';
import type { AccountLibrary } from '../library/account-library.ts';
import type { CallerCache } from './caller-cache.ts';
import type { OriginCheck } from './origin-check.ts';
import { libraryHeaders, sentCookie } from './session-cookie.ts';

/** What callers are found with. */
export interface Authentication {
  readonly store: Store;
  readonly clock: Clock;
  readonly library: AccountLibrary;
  readonly cookieName: string;
  readonly origins: OriginCheck;
  readonly cache: CallerCache;
}

/**
 * Finds out who sends a request: by the API key where there is an `Authorization` header, by the session's cookie otherwise.
 *
 * @returns Null for nobody: no credential, or one that does not hold (any more).
 * @throws VigilError `origin-refused`, `store-unavailable`
 */
export async function authenticateRequest(parts: Authentication, request: FastifyRequest): Promise<Caller | null> {
  const { authorization } = request.headers;
  if (authorization !== undefined) return await callerOfKey(parts, bearerKey(authorization));
  const cookie = sentCookie(request, parts.cookieName);
  if (cookie === null) return null;
  const caller = await callerOfSession(parts, request, cookie);
  if (caller !== null) parts.origins.requireKnown(request);
  return caller;
}

async function callerOfKey({ store, clock, cache }: Authentication, key: string | null): Promise<Caller | null> {
  if (key === null) return null;
  return await cached(cache, clock, key, () => findApiKeyCaller(store, clock, key));
}

async function callerOfSession(parts: Authentication, request: FastifyRequest, cookie: string): Promise<Caller | null> {
  const { library, cookieName, cache, clock } = parts;
  return await cached(cache, clock, cookie, async () => {
    const headers = libraryHeaders(request, cookieName);
    const found = await library.call((api) => api.getSession({ headers, query: { disableRefresh: true } }));
    if (found === null || found.user.disabled !== false) return null;
    const { user, session } = found;
    return {
      kind: 'user',
      id: user.id,
      userId: user.id,
      name: user.name,
      role: roleSchema.parse(user.role),
      scopes: null,
      sessionId: session.id,
    };
  });
}

async function cached(
  cache: CallerCache,
  clock: Clock,
  credential: string,
  find: () => Promise<Caller | null>,
): Promise<Caller | null> {
  const name = createHash('sha256').update(credential).digest('base64');
  const known = cache.get(name);
  if (known !== null) return known;
  const at = clock();
  const caller = await find();
  if (caller !== null) cache.set(name, caller, at);
  return caller;
}

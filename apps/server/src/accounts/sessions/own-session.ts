import { VigilError } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../http/access.ts';
import type { AccountContext } from '../account-context.ts';
import { hasOwnPassword } from '../users/own-password.ts';
import { equal, findUser } from '../users/user-records.ts';
import { libraryHeaders, setCookies } from './session-cookie.ts';
import { findSession } from './session-records.ts';
import type { SignedIn } from './sign-in.ts';

/** The session of a caller with its user; prolongs it, at most once an hour. @throws VigilError `not-signed-in` */
export async function renewSession(
  { store, library, cookieName }: AccountContext,
  request: FastifyRequest,
  { userId, sessionId }: Caller,
): Promise<SignedIn> {
  const headers = libraryHeaders(request, cookieName);
  const renewed = await library.call((api) => api.getSession({ headers, returnHeaders: true }));
  const user = await findUser(store, userId);
  const session = sessionId === null ? null : await findSession(store, sessionId, sessionId);
  if (user === null || session === null) throw new VigilError('not-signed-in', 'The session was ended meanwhile');
  const passwordIsOwn = await hasOwnPassword(store, userId);
  return { user, session, passwordIsOwn, cookies: setCookies(renewed.headers, cookieName) };
}

/** Ends the session of a request. Returns the cookies that make the browser forget it. */
export async function signOut(context: AccountContext, request: FastifyRequest, caller: Caller): Promise<readonly string[]> {
  const { library, cookieName, cache, audit } = context;
  const headers = libraryHeaders(request, cookieName);
  const ended = await library.call((api) => api.signOut({ headers, returnHeaders: true }));
  cache.clear();
  await audit.enter(request, { action: 'session.sign-out', target: `session:${String(caller.sessionId)}` });
  return setCookies(ended.headers, cookieName);
}

/** Ends one session of a user. @throws VigilError `not-found` */
export async function revokeSession(
  { store, cache, audit }: AccountContext,
  request: FastifyRequest,
  { userId, sessionId }: { readonly userId: string; readonly sessionId: string },
): Promise<void> {
  const removed = await store.accounts.remove('session', [equal('id', sessionId), equal('userId', userId)]);
  cache.clear();
  if (removed === 0) throw new VigilError('not-found', `There is no session ${sessionId}`, { sessionId });
  await audit.enter(request, { action: 'session.revoke', target: `session:${sessionId}`, details: { userId } });
}

/** Ends all sessions of a user; returns how many there were. */
export async function revokeSessions(
  { store, cache, audit }: AccountContext,
  request: FastifyRequest,
  userId: string,
): Promise<number> {
  const ended = await store.accounts.remove('session', [equal('userId', userId)]);
  cache.clear();
  await audit.enter(request, { action: 'session.revoke', target: `user:${userId}`, details: { ended } });
  return ended;
}

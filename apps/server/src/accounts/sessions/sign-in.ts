import { type Session, type User, VigilError } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import type { AccountContext } from '../account-context.ts';
import { addressGroup } from '../limits/address-group.ts';
import { attemptPassword } from '../limits/sign-in-lock.ts';
import { hasOwnPassword } from '../users/own-password.ts';
import { equal, userOf } from '../users/user-records.ts';
import { libraryHeaders, setCookies } from './session-cookie.ts';
import { removeExpiredSessions, sessionOf } from './session-records.ts';

/** Somebody who has just signed in. */
export interface SignedIn {
  readonly user: User;
  readonly session: Session;
  /** Whether the user has chosen the password. */
  readonly passwordIsOwn: boolean;
  /** Values of `Set-Cookie`. */
  readonly cookies: readonly string[];
}

/**
 * Opens a session. Unknown users, wrong passwords and disabled users get the same answer after the same work.
 *
 * @throws VigilError `not-signed-in`, `rate-limited` while locked, `origin-refused`
 */
export async function signIn(
  context: AccountContext,
  request: FastifyRequest,
  credentials: { readonly email: string; readonly password: string },
): Promise<SignedIn> {
  const { store, clock, library, lock, audit, origins, cookieName } = context;
  origins.requireNotForeign(request);
  const email = credentials.email.toLowerCase();
  const subject = ['sign-in', email, addressGroup(request.ip)];
  try {
    const headers = libraryHeaders(request, cookieName);
    const body = { email, password: credentials.password };
    const opened = await attemptPassword(lock, subject, () =>
      library.call((api) => api.signInEmail({ body, headers, returnHeaders: true })),
    );
    await removeExpiredSessions(store, clock);
    const lastSignInAt = new Date(clock()).toISOString();
    const [user] = await store.accounts.update('user', [equal('id', opened.response.user.id)], { lastSignInAt });
    const [session] = await store.accounts.find('session', { where: [equal('token', opened.response.token)], limit: 1 });
    // disabled, or signed out everywhere, in this very moment
    if (user === undefined || session === undefined) throw new VigilError('not-signed-in', 'The session was ended meanwhile');
    const shown = userOf(user);
    await audit.enter(request, {
      action: 'session.sign-in',
      target: `session:${String(session.id)}`,
      actor: { kind: 'user', id: shown.id, name: shown.name },
    });
    return {
      user: shown,
      session: sessionOf(session, session.id),
      passwordIsOwn: await hasOwnPassword(store, shown.id),
      cookies: setCookies(opened.headers, cookieName),
    };
  } catch (error) {
    if (error instanceof VigilError && (error.code === 'not-signed-in' || error.code === 'rate-limited')) {
      await audit.enter(request, {
        action: 'session.sign-in',
        target: null,
        outcome: 'refused',
        details: { email, code: error.code },
      });
    }
    throw error;
  }
}

import { VigilError } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../http/access.ts';
import type { AccountContext } from '../account-context.ts';
import { attemptPassword } from '../limits/sign-in-lock.ts';
import { libraryHeaders, setCookies } from '../sessions/session-cookie.ts';
import { noteOwnPassword } from './own-password.ts';

/**
 * Changes the caller's own password. All sessions end, and the one that asks goes on under a new cookie.
 *
 * @returns Values of `Set-Cookie`.
 * @throws VigilError `forbidden` for a wrong current password, `rate-limited` after several of them
 */
export async function changePassword(
  { store, clock, library, lock, cache, audit, cookieName }: AccountContext,
  request: FastifyRequest,
  caller: Caller,
  { currentPassword, newPassword }: { readonly currentPassword: string; readonly newPassword: string },
): Promise<readonly string[]> {
  const subject = ['change-password', caller.userId];
  const note = { action: 'user.change-password', target: `user:${caller.userId}` };
  try {
    const headers = libraryHeaders(request, cookieName);
    const body = { currentPassword, newPassword, revokeOtherSessions: true };
    const changed = await attemptPassword(lock, subject, () =>
      library.call((api) => api.changePassword({ body, headers, returnHeaders: true })),
    );
    await noteOwnPassword(store, clock, caller.userId);
    await audit.enter(request, note);
    return setCookies(changed.headers, cookieName);
  } catch (error) {
    if (!(error instanceof VigilError && error.code === 'not-signed-in')) throw error;
    await audit.enter(request, { ...note, outcome: 'refused' });
    throw new VigilError('forbidden', 'The current password is wrong');
  } finally {
    cache.clear();
  }
}

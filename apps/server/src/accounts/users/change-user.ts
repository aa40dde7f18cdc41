import { type Role, type User, VigilError } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import { removeMarksBy } from '../../incidents/review-marks.ts';
import { removeSavedViewsOf } from '../../saved-views/saved-views.ts';
import type { AccountContext } from '../account-context.ts';
import { revokeAllKeys } from '../api-keys/revoke-api-key.ts';
import { generatePassword } from './password.ts';
import { replacePassword } from './replace-password.ts';
import { withRosterLock } from './roster-lock.ts';
import { equal, requireUser, userOf } from './user-records.ts';

/** What an administrator may change of a user. */
export interface UserChange {
  readonly name?: string | undefined;
  readonly role?: Role | undefined;
  readonly disabled?: boolean | undefined;
}

/**
 * Changes a user. Disabling ends all sessions, and the keys are refused from then on.
 *
 * @throws VigilError `not-found`, `conflict` where no administrator would be left
 */
export async function changeUser(
  context: AccountContext,
  request: FastifyRequest,
  id: string,
  change: UserChange,
): Promise<User> {
  const { store, clock, cache, audit } = context;
  return await withRosterLock(store, clock, async () => {
    const before = await requireUser(store, id);
    const wanted = { ...before, ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) };
    if (before.role === 'admin' && (wanted.role !== 'admin' || wanted.disabled)) await requireAnotherAdmin(context, id);
    const { name, role, disabled } = wanted;
    const updatedAt = new Date(clock()).toISOString();
    const [record] = await store.accounts.update('user', [equal('id', id)], { name, role, disabled, updatedAt });
    if (disabled) await store.accounts.remove('session', [equal('userId', id)]);
    cache.clear();
    await audit.enter(request, {
      action: 'user.change',
      target: `user:${id}`,
      details: { before: { name: before.name, role: before.role, disabled: before.disabled }, after: { name, role, disabled } },
    });
    return userOf(record);
  });
}

/**
 * Gives a user another password and ends all of the user's sessions.
 *
 * @returns The password where it was generated, told this once.
 * @throws VigilError `not-found`
 */
export async function resetPassword(
  { store, clock, library, cache, audit }: AccountContext,
  request: FastifyRequest,
  id: string,
  password: string | undefined,
): Promise<string | null> {
  await requireUser(store, id);
  const generated = password === undefined ? generatePassword() : null;
  await replacePassword({ store, clock, hash: library.hashPassword }, id, password ?? generated ?? '');
  cache.clear();
  await audit.enter(request, { action: 'user.reset-password', target: `user:${id}` });
  return generated;
}

/**
 * Removes a user with sessions, keys, marks of incidents and saved views.
 *
 * @throws VigilError `not-found`, `conflict` where no administrator would be left
 */
export async function removeUser(context: AccountContext, request: FastifyRequest, id: string): Promise<void> {
  const { store, clock, cache, audit } = context;
  await withRosterLock(store, clock, async () => {
    const { email, role } = await requireUser(store, id);
    if (role === 'admin') await requireAnotherAdmin(context, id);
    // disabled first, so that nobody signs in between the steps
    await store.accounts.update('user', [equal('id', id)], { disabled: true });
    await store.accounts.remove('session', [equal('userId', id)]);
    await revokeAllKeys(context, id);
    await store.accounts.remove('account', [equal('userId', id)]);
    await store.accounts.remove('user', [equal('id', id)]);
    await removeMarksBy(store, id);
    await removeSavedViewsOf(store, id);
    cache.clear();
    await audit.enter(request, { action: 'user.remove', target: `user:${id}`, details: { email, role } });
  });
}

async function requireAnotherAdmin({ store }: AccountContext, id: string): Promise<void> {
  const others = await store.accounts.count('user', [
    equal('role', 'admin'),
    equal('disabled', false),
    { field: 'id', operator: 'ne', value: id, connector: 'AND' },
  ]);
  if (others === 0)
    throw new VigilError(
      'conflict',
      'This is the last administrator, who can be neither removed, disabled nor given another role',
    );
}

import { VigilError } from '@vigil/contracts';
import type { Clock, Store } from '@vigil/store';
import { openAuditLog } from '../../audit/audit-log.ts';
import { passwordHashing } from '../library/password-hashing.ts';
import { finishFirstAdmin } from './first-admin.ts';
import { generatePassword } from './password.ts';
import { replacePassword } from './replace-password.ts';
import { equal, userOf } from './user-records.ts';

/** What a person signs in with from now on. */
export interface ResetAccount {
  readonly email: string;
  /** Generated, and told this once. */
  readonly password: string;
  /** Whether an administrator has to enable the user before the password is of use. */
  readonly disabled: boolean;
  readonly sessionsEnded: number;
}

const toldAdmins = 5;

/**
 * Gives a user another password without a service, for whoever may read and write the store. All sessions of the user end; services that
 * run learn of it within 2 s. The audit log says that it was done on the command line.
 *
 * @throws VigilError `not-found` where no user has the address, `store-unavailable`
 */
export async function resetLostPassword(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  email: string,
): Promise<ResetAccount> {
  await finishFirstAdmin(store);
  const [record] = await store.accounts.find('user', { where: [equal('email', email.toLowerCase())], limit: 1 });
  if (record === undefined) throw await unknownAddress(store, email);
  const user = userOf(record);
  const password = generatePassword();
  const sessionsEnded = await replacePassword({ store, clock, hash: passwordHashing().hash }, user.id, password);
  await openAuditLog(store).enter(null, {
    action: 'user.reset-password',
    target: `user:${user.id}`,
    details: { by: 'command line' },
  });
  return { email: user.email, password, disabled: user.disabled, sessionsEnded };
}

async function unknownAddress(store: Store, email: string): Promise<VigilError> {
  const admins = await store.accounts.find('user', {
    where: [equal('role', 'admin')],
    sortBy: { field: 'email', direction: 'asc' },
    limit: toldAdmins,
  });
  const known =
    admins.length === 0 ? 'there is no administrator' : `administrators: ${admins.map((a) => userOf(a).email).join(', ')}`;
  return new VigilError('not-found', `There is no user with the address ${email}; ${known}`, { email });
}

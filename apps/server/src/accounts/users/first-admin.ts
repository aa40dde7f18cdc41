import { newUserSchema, VigilError } from '@vigil/contracts';
import type { Clock, Store } from '@vigil/store';
import { equal } from './user-records.ts';
import { generatePassword } from './password.ts';

/** Id of the first administrator, the same for every process that tries to make it: one of them succeeds. */
export const firstAdminId = 'first-admin';
const generatedEmail = 'admin@vigil.local';

/** What a person signs in with. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/**
 * Makes the first administrator where there is none. Any number of processes may do so at once: one makes it. The user is written
 * with the hash of its password, which is moved to where the account library looks for it by whoever comes next, so that a process
 * that dies in between leaves nothing half done.
 *
 * @returns What to sign in with, told this once; null where there was an administrator before, or another process was faster.
 * @throws VigilError `bad-request` where nobody could sign in with what is configured
 */
export async function ensureFirstAdmin(
  { store, clock, hash }: { readonly store: Store; readonly clock: Clock; readonly hash: (password: string) => Promise<string> },
  configured: Credentials | null,
): Promise<Credentials | null> {
  await finishFirstAdmin(store);
  if ((await store.accounts.count('user', [equal('role', 'admin')])) > 0) return null;
  requireUsable(configured);
  const { email, password } = configured ?? { email: generatedEmail, password: generatePassword() };
  const at = new Date(clock()).toISOString();
  const made = await createdFirst(() =>
    hash(password).then((pendingHash) =>
      store.accounts.create('user', {
        id: firstAdminId,
        email: email.toLowerCase(),
        name: 'Administrator',
        emailVerified: true,
        image: null,
        role: 'admin',
        disabled: false,
        lastSignInAt: null,
        createdAt: at,
        updatedAt: at,
        pendingHash,
      }),
    ),
  );
  await finishFirstAdmin(store);
  return made ? { email, password } : null;
}

function requireUsable(configured: Credentials | null): void {
  if (configured === null) return;
  const { error } = newUserSchema.pick({ email: true, password: true }).safeParse(configured);
  if (error === undefined) return;
  const problems = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new VigilError('bad-request', `The first administrator cannot be made as configured: ${problems.join('; ')}`, {
    problems,
  });
}

/** Moves the hash of a first administrator that was made to where the account library looks for it; does nothing where that is done. */
export async function finishFirstAdmin({ accounts }: Store): Promise<void> {
  const unfinished = [equal('id', firstAdminId)];
  const [user] = await accounts.find('user', { where: unfinished, limit: 1 });
  if (typeof user?.pendingHash !== 'string') return;
  const { pendingHash, createdAt } = user;
  await createdFirst(() =>
    accounts.create('account', {
      id: `${firstAdminId}-password`,
      userId: firstAdminId,
      accountId: firstAdminId,
      providerId: 'credential',
      password: pendingHash,
      createdAt,
      updatedAt: createdAt,
    }),
  );
  await accounts.update('user', unfinished, { pendingHash: null });
}

async function createdFirst(create: () => Promise<unknown>): Promise<boolean> {
  try {
    await create();
    return true;
  } catch (error) {
    if (error instanceof VigilError && error.code === 'conflict') return false;
    throw error;
  }
}

import { randomUUID } from 'node:crypto';
import { type Role, type User, VigilError } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import type { AccountContext } from '../account-context.ts';
import { generatePassword } from './password.ts';
import { equal, userOf } from './user-records.ts';

/** A user to be made. */
export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Generated where left out. */
  readonly password?: string | undefined;
}

/**
 * Makes a user.
 *
 * @returns The user, and the password where it was generated, which is told this once.
 * @throws VigilError `conflict` where the e-mail address is taken
 */
export async function createUser(
  { store, clock, library, audit }: AccountContext,
  request: FastifyRequest | null,
  { email, name, role, password }: NewUser,
): Promise<{ readonly user: User; readonly password: string | null }> {
  const generated = password === undefined ? generatePassword() : null;
  const hash = await library.hashPassword(password ?? generated ?? '');
  const id = randomUUID();
  const at = new Date(clock()).toISOString();
  const times = { createdAt: at, updatedAt: at };
  // the password first: a user is never there without one
  const credential = { id: randomUUID(), userId: id, accountId: id, providerId: 'credential', password: hash, ...times };
  await store.accounts.create('account', credential);
  try {
    const user = userOf(
      await store.accounts.create('user', {
        id,
        email: email.toLowerCase(),
        name,
        emailVerified: true,
        image: null,
        role,
        disabled: false,
        lastSignInAt: null,
        ...times,
      }),
    );
    await audit.enter(request, { action: 'user.create', target: `user:${id}`, details: { email: user.email, role } });
    return { user, password: generated };
  } catch (error) {
    await store.accounts.remove('account', [equal('id', credential.id)]);
    if (error instanceof VigilError && error.code === 'conflict')
      throw new VigilError('conflict', `There is a user with the address ${email.toLowerCase()} already`);
    throw error;
  }
}

import type { Clock, Store } from '@vigil/store';
import { equal } from './user-records.ts';

/** What passwords are replaced with. */
export interface PasswordContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly hash: (password: string) => Promise<string>;
}

/** Gives a user another password and ends all of the user's sessions; returns how many. */
export async function replacePassword(
  { store, clock, hash }: PasswordContext,
  userId: string,
  password: string,
): Promise<number> {
  const values = { password: await hash(password), chosenAt: null, updatedAt: new Date(clock()).toISOString() };
  await store.accounts.update('account', [equal('userId', userId), equal('providerId', 'credential')], values);
  return await store.accounts.remove('session', [equal('userId', userId)]);
}

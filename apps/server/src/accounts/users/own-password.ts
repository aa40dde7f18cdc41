import type { Clock, Store } from '@vigil/store';
import { equal } from './user-records.ts';

/** Remembers that a user has chosen the password, which nobody else knows from then on. */
export async function noteOwnPassword({ accounts }: Store, clock: Clock, userId: string): Promise<void> {
  await accounts.update('account', credentialOf(userId), { chosenAt: new Date(clock()).toISOString() });
}

/** Whether a user has chosen the password that holds now; one that was generated, configured or given by others is not. */
export async function hasOwnPassword({ accounts }: Store, userId: string): Promise<boolean> {
  const [credential] = await accounts.find('account', { where: credentialOf(userId), limit: 1 });
  return typeof credential?.chosenAt === 'string';
}

function credentialOf(userId: string) {
  return [equal('userId', userId), equal('providerId', 'credential')];
}

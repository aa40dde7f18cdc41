import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { VigilError } from '@vigil/contracts';
import type { Clock, Store } from '@vigil/store';

const lockId = 'user-changes';
/** A holder that has not come back by then has died. */
const heldMs = 30_000;
const patienceMs = 10_000;

/**
 * Changes of who is an administrator, one after the other over all processes: what one checks, no other changes meanwhile.
 *
 * @throws VigilError `store-unavailable` where the lock is not to be had within 10 s
 */
export async function withRosterLock<T>(store: Store, clock: Clock, work: () => Promise<T>): Promise<T> {
  const holder = randomUUID();
  const giveUp = performance.now() + patienceMs;
  while (!(await take(store, clock, holder))) {
    if (performance.now() > giveUp) throw new VigilError('store-unavailable', 'Users are being changed elsewhere; try again');
    await wait(50);
  }
  try {
    return await work();
  } finally {
    await store.serviceStates.update(lockId, (state) =>
      state.values.holder === holder ? { ...state, values: { holder: null, until: 0 } } : null,
    );
  }
}

async function take(store: Store, clock: Clock, holder: string): Promise<boolean> {
  const values = { holder, until: clock() + heldMs };
  try {
    const state = await store.serviceStates.get(lockId);
    if (state === null) {
      await store.serviceStates.insert({ id: lockId, values });
      return true;
    }
    const left = Number(state.values.until) - clock();
    // one that is held for longer than a lock lasts was taken before the clock was set back
    if (state.values.holder !== null && left > 0 && left <= heldMs) return false;
    await store.serviceStates.replace({ ...state, values });
    return true;
  } catch (error) {
    if (error instanceof VigilError && error.code === 'conflict') return false;
    throw error;
  }
}

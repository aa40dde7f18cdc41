import { createHash } from 'node:crypto';
import { VigilError } from '@vigil/contracts';
import type { AccountRecords, Clock } from '@vigil/store';
import { z } from 'zod';
import { equal } from '../users/user-records.ts';

/** Failures that have no consequence. */
const freeFailures = 4;
const firstLockSeconds = 30;
const longestLockSeconds = 15 * 60;
/** Time after which failures are forgotten. */
const memorySeconds = 24 * 3600;

const attemptsSchema = z.object({ id: z.string(), count: z.number(), lastRequest: z.number(), lockedUntil: z.number() });

/** Counts attempts at a password, in the store: for all processes, and over restarts. */
export interface SignInLock {
  /**
   * Counts an attempt before the password is looked at, so that many at once are not more than many one after the other.
   *
   * @param subject What is attempted and from where
   * @throws VigilError `rate-limited` with `retryAfterSeconds` while the subject is locked
   */
  begin(subject: readonly string[]): Promise<void>;
  /** Takes an attempt back that came to no answer, so that nobody is locked for what was not their fault. */
  withdraw(subject: readonly string[]): Promise<void>;
  /** Forgets the attempts, after one that succeeded. */
  succeed(subject: readonly string[]): Promise<void>;
}

/**
 * Locks that grow: from the fifth failure on 30 s, doubling to 15 min with each further one, until one attempt succeeds or a day has
 * passed. A locked subject is refused without its password being looked at.
 */
export function signInLock(records: AccountRecords, clock: Clock): SignInLock {
  return {
    async begin(subject) {
      const id = idOf(subject);
      for (;;) {
        const [record] = await records.find('rateLimit', { where: [equal('id', id)], limit: 1 });
        const now = clock();
        if (record === undefined) {
          if (await createdFirst(records, { id, key: id, count: 1, lastRequest: now, lockedUntil: 0 })) return;
          continue;
        }
        const { count, lastRequest, lockedUntil } = attemptsSchema.parse(record);
        // a clock that was set back does not lock for longer than a lock lasts
        const waitMs = Math.min(lockedUntil - now, longestLockSeconds * 1000);
        if (waitMs > 0) throw lockedError(waitMs);
        const failures = (now - lastRequest > memorySeconds * 1000 ? 0 : count) + 1;
        const changed = await records.update(
          'rateLimit',
          [equal('id', id), equal('count', count), equal('lastRequest', lastRequest)],
          { count: failures, lastRequest: now, lockedUntil: failures > freeFailures ? now + lockMs(failures) : 0 },
        );
        if (changed.length > 0) return;
      }
    },
    async withdraw(subject) {
      const where = [equal('id', idOf(subject))];
      for (;;) {
        const [record] = await records.find('rateLimit', { where, limit: 1 });
        if (record === undefined) return;
        const { count, lockedUntil } = attemptsSchema.parse(record);
        const values = { count: Math.max(0, count - 1), lockedUntil: count - 1 > freeFailures ? lockedUntil : 0 };
        if ((await records.update('rateLimit', [...where, equal('count', count)], values)).length > 0) return;
      }
    },
    async succeed(subject) {
      await records.remove('rateLimit', [equal('id', idOf(subject))]);
      const forgotten = clock() - memorySeconds * 1000;
      await records.remove('rateLimit', [{ field: 'lastRequest', operator: 'lt', value: forgotten, connector: 'AND' }]);
    },
  };
}

/**
 * Does what a password is asked for, counted as an attempt.
 *
 * @throws VigilError `rate-limited` while the subject is locked, and what `work` throws: `not-signed-in` is a failure, anything else
 * is no attempt
 */
export async function attemptPassword<T>(lock: SignInLock, subject: readonly string[], work: () => Promise<T>): Promise<T> {
  await lock.begin(subject);
  try {
    const result = await work();
    await lock.succeed(subject);
    return result;
  } catch (error) {
    const isFailure = error instanceof VigilError && error.code === 'not-signed-in';
    // what is thrown says more than that it could not be taken back either
    if (!isFailure) await lock.withdraw(subject).catch(() => undefined);
    throw error;
  }
}

/** How long the subject is locked after so many failures, milliseconds. */
function lockMs(failures: number): number {
  return Math.min(firstLockSeconds * 2 ** (failures - freeFailures - 1), longestLockSeconds) * 1000;
}

function lockedError(waitMs: number): VigilError {
  const retryAfterSeconds = Math.ceil(waitMs / 1000);
  return new VigilError('rate-limited', `Too many failed attempts; try again in ${retryAfterSeconds} s`, { retryAfterSeconds });
}

/** No address and no e-mail stands in the store. */
function idOf(subject: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(subject)).digest('hex').slice(0, 40);
}

async function createdFirst(records: AccountRecords, record: z.infer<typeof attemptsSchema> & { key: string }): Promise<boolean> {
  try {
    await records.create('rateLimit', record);
    return true;
  } catch (error) {
    if (error instanceof VigilError && error.code === 'conflict') return false;
    throw error;
  }
}

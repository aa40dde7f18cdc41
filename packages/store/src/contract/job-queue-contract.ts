import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Job } from '@vigil/contracts';
import type { LeasedJob } from '../port/job-queue.ts';
import type { Store } from '../port/store.ts';
import { enqueueMany, jobRequest, leaseOne, takeOrder, worker } from './job-samples.ts';
import { manualClock, type NewTestDatabase } from './test-database.ts';

const leaseMs = 10_000;

/** What every job queue does. */
export function jobQueueContract(newDatabase: NewTestDatabase): void {
  describe('job queue: leasing', () => {
    it('gives each of 200 jobs to one of eight workers of two stores', async () => {
      await using database = await newDatabase();
      const stores = [await database.open(), await database.open()];
      const ids = await enqueueMany(stores[0] as Store, 200);
      const done: string[] = [];
      await Promise.all(
        Array.from({ length: 8 }, async (_, index) => {
          const { jobs } = stores[index % 2] as Store;
          for (;;) {
            const leased = await jobs.lease({ ...worker, worker: `worker ${index}`, leaseMs: 600_000 });
            if (leased === null) return;
            await turn();
            expect(await jobs.finish(leased.job.id, leased.token, { state: 'done' })).toMatchObject({ state: 'done' });
            done.push(leased.job.id);
          }
        }),
      );
      expect(done.toSorted()).toEqual(ids.toSorted());
      const stored = await (stores[1] as Store).jobs.getMany(ids);
      expect(stored.map(({ state, attempts, attemptLog }) => [state, attempts, attemptLog.length])).toEqual(
        ids.map(() => ['done', 1, 1]),
      );
    });

    it('stores the lease, and shows what runs', async () => {
      await using database = await newDatabase();
      const clock = manualClock();
      const { jobs } = await database.open(clock.now);
      await jobs.enqueue(jobRequest('a'));
      const at = new Date(clock.now()).toISOString();
      const { job, token } = await leaseOne(jobs, leaseMs);
      expect(await jobs.get('a')).toEqual(job);
      expect(job).toMatchObject({
        state: 'leased',
        version: 2,
        attempts: 1,
        leaseOwner: worker.worker,
        leaseToken: token,
        leaseExpiresAt: new Date(clock.now() + leaseMs).toISOString(),
        attemptLog: [{ attempt: 1, worker: worker.worker, startedAt: at, endedAt: null, outcome: 'running', reason: null }],
      });
      expect(await jobs.depth()).toEqual({ queued: 0, leased: 1, done: 0, failed: 0, cancelled: 0 });
    });

    it('leases only the types that were asked for', async () => {
      await using database = await newDatabase();
      const { jobs } = await database.open();
      await jobs.enqueue(jobRequest('a', { payload: { type: 'make-previews', videoId: 'v' } }));
      expect(await jobs.lease({ worker: 'w', types: ['apply-retention', 'evaluate'], leaseMs })).toBeNull();
      expect(await jobs.lease({ worker: 'w', types: [], leaseMs })).toBeNull();
      expect(await jobs.lease({ worker: 'w', types: ['make-previews'], leaseMs })).toMatchObject({ job: { id: 'a' } });
    });

    it('takes higher priority first', async () => {
      await using database = await newDatabase();
      const { jobs } = await database.open();
      for (const [id, priority] of [
        ['low', -5],
        ['usual', undefined],
        ['high', 7],
        ['highest', 100],
      ] as const) {
        await jobs.enqueue(jobRequest(id, { priority, fairnessKey: id }));
      }
      expect(await takeOrder(jobs)).toEqual(['highest', 'high', 'usual', 'low']);
    });

    it('keeps the order of one key', async () => {
      await using database = await newDatabase();
      const { jobs } = await database.open();
      const ids = ['e', 'd', 'c', 'b', 'a'];
      for (const id of ids) await jobs.enqueue(jobRequest(id));
      expect(await takeOrder(jobs)).toEqual(ids);
    });

    it('lets a key with one job not wait for a key with a hundred', async () => {
      await using database = await newDatabase();
      const { jobs } = await database.open();
      for (let index = 0; index < 100; index++) await jobs.enqueue(jobRequest(`many-${index}`, { fairnessKey: 'many.$' }));
      for (let index = 0; index < 40; index++) await leaseOne(jobs, leaseMs);
      await jobs.enqueue(jobRequest('one', { fairnessKey: 'one' }));
      const next = [await leaseOne(jobs, leaseMs), await leaseOne(jobs, leaseMs)];
      expect(next.map(({ job }) => job.id)).toContain('one');
    });

    it('gives a key that was silent no more than its share', async () => {
      await using database = await newDatabase();
      const { jobs } = await database.open();
      for (let index = 0; index < 20; index++) await jobs.enqueue(jobRequest(`busy-${index}`, { fairnessKey: 'busy' }));
      for (let index = 0; index < 10; index++) await leaseOne(jobs, leaseMs);
      for (let index = 0; index < 10; index++) await jobs.enqueue(jobRequest(`late-${index}`, { fairnessKey: 'late' }));
      const next: string[] = [];
      for (let index = 0; index < 10; index++) next.push((await leaseOne(jobs, leaseMs)).job.fairnessKey);
      expect(next.filter((key) => key === 'late').length).toBeGreaterThanOrEqual(4);
      expect(next.filter((key) => key === 'busy').length).toBeGreaterThanOrEqual(4);
    });
  });

  describe('job queue: enqueueing', () => {
    it('makes one job of 16 requests at once with one idempotency key', async () => {
      await using database = await newDatabase();
      const stores = [await database.open(), await database.open()];
      const answers = await Promise.all(
        Array.from({ length: 16 }, (_, index) =>
          (stores[index % 2] as Store).jobs.enqueue(jobRequest(`job-${index}`, { idempotencyKey: 'one' })),
        ),
      );
      expect(answers.filter(({ added }) => added)).toHaveLength(1);
      expect(new Set(answers.map(({ job }) => job.id)).size).toBe(1);
      expect(await (stores[0] as Store).jobs.count({}, 100)).toBe(1);
    });

    it('returns an ended job for its key and leaves it ended', async () => {
      await using database = await newDatabase();
      const { jobs } = await database.open();
      await jobs.enqueue(jobRequest('a'));
      const { job, token } = await leaseOne(jobs, leaseMs);
      await jobs.finish(job.id, token, { state: 'done' });
      expect(await jobs.enqueue(jobRequest('b', { idempotencyKey: 'key of a' }))).toMatchObject({
        added: false,
        job: { id: 'a', state: 'done' },
      });
    });

    it('refuses an id that another job has, and a job of a wrong shape', async () => {
      await using database = await newDatabase();
      const { jobs } = await database.open();
      await jobs.enqueue(jobRequest('a'));
      await expect(jobs.enqueue(jobRequest('a', { idempotencyKey: 'other' }))).rejects.toMatchObject({ code: 'conflict' });
      await expect(jobs.enqueue(jobRequest('b', { priority: 1000 }))).rejects.toMatchObject({ code: 'bad-request' });
      await expect(jobs.enqueue(jobRequest('not an id'))).rejects.toMatchObject({ code: 'bad-request' });
      expect(await jobs.count({}, 100)).toBe(1);
    });
  });

  describe('job queue: leases that run out', () => {
    it('gives the job to another worker, and refuses the first one by its token', async () => {
      await using database = await newDatabase();
      const clock = manualClock();
      const { jobs } = await database.open(clock.now);
      await jobs.enqueue(jobRequest('a'));
      const first = await leaseOne(jobs, leaseMs);
      await jobs.renew('a', first.token, { leaseMs, checkpointSeconds: 12.5 });
      expect(await jobs.lease({ ...worker, leaseMs })).toBeNull();
      clock.jump(leaseMs);
      const second = await leaseOne(jobs, leaseMs);
      expect(second.job).toMatchObject({ id: 'a', attempts: 2, checkpointSeconds: 12.5 });
      expect(second.job.attemptLog.map(({ attempt, outcome }) => [attempt, outcome])).toEqual([
        [1, 'lost'],
        [2, 'running'],
      ]);
      expect(await jobs.renew('a', first.token, { leaseMs })).toBeNull();
      expect(await jobs.finish('a', first.token, { state: 'done' })).toBeNull();
      expect(await jobs.get('a')).toEqual(second.job);
      expect(await jobs.finish('a', second.token, { state: 'done' })).toMatchObject({ state: 'done', leaseToken: null });
      expect(await jobs.finish('a', second.token, { state: 'done' })).toBeNull();
    });

    it('keeps a lease that is renewed', async () => {
      await using database = await newDatabase();
      const clock = manualClock();
      const { jobs } = await database.open(clock.now);
      await jobs.enqueue(jobRequest('a'));
      const { token } = await leaseOne(jobs, leaseMs);
      const progress = { stage: 'read', mediaSeconds: 3, totalSeconds: 9, timesRealTime: 2, secondsLeft: null };
      for (let index = 1; index <= 5; index++) {
        clock.jump(leaseMs - 1);
        expect(await jobs.lease({ ...worker, leaseMs })).toBeNull();
        expect(await jobs.renew('a', token, { leaseMs, progress: { ...progress, mediaSeconds: index } })).toMatchObject({
          progress: { mediaSeconds: index },
          leaseExpiresAt: new Date(clock.now() + leaseMs).toISOString(),
        });
      }
      expect(await jobs.get('a')).toMatchObject({ attempts: 1, version: 7, progress: { ...progress, mediaSeconds: 5 } });
      await expect(
        jobs.renew('a', token, { leaseMs, progress: { ...progress, mediaSeconds: Number.NaN } }),
      ).rejects.toMatchObject({ code: 'bad-request' });
    });

    it('fails a job whose last attempt was lost, once', async () => {
      await using database = await newDatabase();
      const clock = manualClock();
      const { jobs } = await database.open(clock.now);
      await jobs.enqueue(jobRequest('a', { maxAttempts: 2 }));
      for (let attempt = 1; attempt <= 2; attempt++) {
        expect((await leaseOne(jobs, leaseMs)).job.attempts).toBe(attempt);
        expect(await jobs.failLost()).toEqual([]);
        clock.jump(leaseMs + 1);
      }
      expect(await jobs.lease({ ...worker, leaseMs })).toBeNull();
      const answers = await Promise.all([jobs.failLost(), jobs.failLost(), jobs.failLost()]);
      expect(answers.flat().map(({ id, state }) => [id, state])).toEqual([['a', 'failed']]);
      const job = (await jobs.get('a')) as Job;
      expect(job).toMatchObject({ state: 'failed', attempts: 2, leaseToken: null, endedAt: new Date(clock.now()).toISOString() });
      expect(job.error?.message).toContain('2 attempts');
      expect(job.attemptLog.map(({ outcome }) => outcome)).toEqual(['lost', 'lost']);
    });

    it('has one taker where many come at once', async () => {
      await using database = await newDatabase();
      const clock = manualClock();
      const stores = [await database.open(clock.now), await database.open(clock.now)];
      const { jobs } = stores[0] as Store;
      await jobs.enqueue(jobRequest('a'));
      await leaseOne(jobs, leaseMs);
      clock.jump(leaseMs);
      const takers = await Promise.all(
        Array.from({ length: 8 }, (_, index) => (stores[index % 2] as Store).jobs.lease({ ...worker, leaseMs })),
      );
      expect(takers.filter((leased) => leased !== null)).toHaveLength(1);
      expect(await jobs.get('a')).toMatchObject({ attempts: 2, attemptLog: [{ outcome: 'lost' }, { outcome: 'running' }] });
    });

    it('bears a clock that jumps', async () => {
      await using database = await newDatabase();
      const clock = manualClock();
      const { jobs } = await database.open(clock.now);
      await jobs.enqueue(jobRequest('a'));
      await jobs.enqueue(jobRequest('b'));
      const first = await leaseOne(jobs, leaseMs);
      clock.jump(-3_600_000);
      // Backward: what is leased stays so, what waits is still due, and the times of a record do not go back.
      const second = await leaseOne(jobs, leaseMs);
      expect([first.job.id, second.job.id]).toEqual(['a', 'b']);
      expect(await jobs.lease({ ...worker, leaseMs })).toBeNull();
      const renewed = await jobs.renew('a', first.token, { leaseMs });
      expect(renewed?.updatedAt).toBe(first.job.updatedAt);
      clock.jump(leaseMs);
      expect((await leaseOne(jobs, leaseMs)).job).toMatchObject({ id: 'a', attempts: 2 });
      // Forward: every lease runs out, and each job still has one holder.
      clock.jump(7 * 24 * 3_600_000);
      const again: LeasedJob[] = [await leaseOne(jobs, leaseMs), await leaseOne(jobs, leaseMs)];
      expect(again.map(({ job }) => job.id).toSorted()).toEqual(['a', 'b']);
      expect(await jobs.lease({ ...worker, leaseMs })).toBeNull();
      expect(await jobs.renew('a', first.token, { leaseMs })).toBeNull();
    });
  });
}

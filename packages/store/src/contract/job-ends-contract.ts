import { describe, expect, it } from 'vitest';
import type { ErrorBody } from '@vigil/contracts';
import { jobRequest, leaseOne, worker } from './job-samples.ts';
import { manualClock, type NewTestDatabase } from './test-database.ts';

const leaseMs = 10_000;
const error: ErrorBody = { code: 'media-process-died', message: 'The media process died.', details: { 'a.b': { $c: [1] } } };

/** How jobs end, in every job queue: failing and trying again, cancelling, pausing. */
export function jobEndsContract(newDatabase: NewTestDatabase): void {
  describe('job queue: failing', () => {
    it('tries again after the delay, and is a dead letter after the last attempt', async () => {
      await using database = await newDatabase();
      const clock = manualClock();
      const { jobs } = await database.open(clock.now);
      await jobs.enqueue(jobRequest('a', { maxAttempts: 3 }));
      for (const delayMs of [1000, 4000]) {
        const { token } = await leaseOne(jobs, leaseMs);
        const waiting = await jobs.finish('a', token, { state: 'failed', error, retryable: true, delayMs });
        expect(waiting).toMatchObject({ state: 'queued', error, notBefore: new Date(clock.now() + delayMs).toISOString() });
        clock.jump(delayMs - 1);
        expect(await jobs.lease({ ...worker, leaseMs })).toBeNull();
        clock.jump(1);
      }
      const { token } = await leaseOne(jobs, leaseMs);
      await jobs.finish('a', token, { state: 'failed', error, retryable: true, delayMs: 0 });
      const dead = await jobs.get('a');
      expect(dead).toMatchObject({ state: 'failed', attempts: 3, error, endedAt: new Date(clock.now()).toISOString() });
      expect(dead?.attemptLog.map(({ outcome, reason }) => [outcome, reason])).toEqual(
        [1, 2, 3].map(() => ['failed', error.message]),
      );
      expect(await jobs.lease({ ...worker, leaseMs })).toBeNull();
      expect((await jobs.list({ limit: 10, filter: { state: 'failed' } })).items.map(({ id }) => id)).toEqual(['a']);
    });

    it('does not try again what cannot succeed', async () => {
      await using database = await newDatabase();
      const { jobs } = await database.open();
      await jobs.enqueue(jobRequest('a'));
      const { token } = await leaseOne(jobs, leaseMs);
      const failed = await jobs.finish('a', token, { state: 'failed', error, retryable: false, delayMs: 0 });
      expect(failed).toMatchObject({ state: 'failed', attempts: 1, leaseOwner: null, leaseToken: null, leaseExpiresAt: null });
    });

    it('queues a dead letter again with all its attempts and its checkpoint', async () => {
      await using database = await newDatabase();
      const { jobs } = await database.open();
      await jobs.enqueue(jobRequest('a', { maxAttempts: 1 }));
      const first = await leaseOne(jobs, leaseMs);
      await expect(jobs.requeue('a')).rejects.toMatchObject({ code: 'conflict' });
      await jobs.renew('a', first.token, { leaseMs, checkpointSeconds: 40 });
      await jobs.finish('a', first.token, { state: 'failed', error, retryable: true, delayMs: 0 });
      expect(await jobs.requeue('a')).toMatchObject({
        state: 'queued',
        attempts: 0,
        error: null,
        endedAt: null,
        checkpointSeconds: 40,
      });
      await expect(jobs.requeue('a')).rejects.toMatchObject({ code: 'conflict' });
      await expect(jobs.requeue('none')).rejects.toMatchObject({ code: 'not-found' });
      const second = await leaseOne(jobs, leaseMs);
      expect(second.job.attemptLog.map(({ attempt, outcome }) => [attempt, outcome])).toEqual([
        [1, 'failed'],
        [1, 'running'],
      ]);
      await jobs.finish('a', second.token, { state: 'done' });
      expect(await jobs.get('a')).toMatchObject({ state: 'done', error: null });
    });

    it('remembers the last 20 attempts', async () => {
      await using database = await newDatabase();
      const { jobs } = await database.open();
      await jobs.enqueue(jobRequest('a', { maxAttempts: 30 }));
      for (let attempt = 1; attempt <= 25; attempt++) {
        const { job, token } = await leaseOne(jobs, leaseMs);
        expect(job.attemptLog.at(-1)).toMatchObject({ attempt, outcome: 'running' });
        await jobs.finish('a', token, { state: 'failed', error, retryable: true, delayMs: 0 });
      }
      const log = (await jobs.get('a'))?.attemptLog ?? [];
      expect(log.map(({ attempt }) => attempt)).toEqual(Array.from({ length: 20 }, (_, index) => index + 6));
    });

    it('does not count an attempt that was given back', async () => {
      await using database = await newDatabase();
      const { jobs } = await database.open();
      await jobs.enqueue(jobRequest('a', { maxAttempts: 1 }));
      for (let round = 0; round < 3; round++) {
        const { job, token } = await leaseOne(jobs, leaseMs);
        expect(job.attempts).toBe(1);
        const released = await jobs.finish('a', token, { state: 'released', reason: 'the worker stops' });
        expect(released).toMatchObject({ state: 'queued', attempts: 0, leaseToken: null });
      }
      expect((await jobs.get('a'))?.attemptLog.map(({ outcome }) => outcome)).toEqual(['released', 'released', 'released']);
    });
  });

  describe('job queue: cancelling and pausing', () => {
    it('cancels a queued job at once', async () => {
      await using database = await newDatabase();
      const { jobs } = await database.open();
      await jobs.enqueue(jobRequest('a'));
      expect(await jobs.cancel('a', 'not needed')).toMatchObject({
        state: 'cancelled',
        error: { code: 'cancelled', message: 'not needed' },
      });
      expect(await jobs.lease({ ...worker, leaseMs })).toBeNull();
      await expect(jobs.cancel('a', 'again')).rejects.toMatchObject({ code: 'conflict' });
      await expect(jobs.setPaused('a', true)).rejects.toMatchObject({ code: 'conflict' });
      await expect(jobs.cancel('none', 'gone')).rejects.toMatchObject({ code: 'not-found' });
      expect(await jobs.requeue('a')).toMatchObject({ state: 'queued', cancelRequested: false, error: null });
      expect((await leaseOne(jobs, leaseMs)).job.id).toBe('a');
    });

    it('asks the worker of a leased job', async () => {
      await using database = await newDatabase();
      const { jobs } = await database.open();
      await jobs.enqueue(jobRequest('a'));
      const { token } = await leaseOne(jobs, leaseMs);
      expect(await jobs.cancel('a', 'not needed')).toMatchObject({ state: 'leased', cancelRequested: true });
      expect(await jobs.renew('a', token, { leaseMs })).toMatchObject({ cancelRequested: true });
      expect(await jobs.finish('a', token, { state: 'cancelled', reason: 'asked to' })).toMatchObject({
        state: 'cancelled',
        error: { code: 'cancelled', message: 'not needed' },
        attemptLog: [{ outcome: 'cancelled', reason: 'asked to' }],
      });
    });

    it('does not start anew what was to be cancelled when its worker was lost, failed or stopped', async () => {
      await using database = await newDatabase();
      const clock = manualClock();
      const { jobs } = await database.open(clock.now);
      for (const id of ['failed', 'stopped', 'lost']) await jobs.enqueue(jobRequest(id));
      const [failed, stopped] = [await leaseOne(jobs, leaseMs), await leaseOne(jobs, leaseMs), await leaseOne(jobs, leaseMs)];
      for (const id of ['failed', 'stopped', 'lost']) await jobs.cancel(id, 'not needed');
      await jobs.finish('failed', failed.token, { state: 'failed', error, retryable: true, delayMs: 0 });
      await jobs.finish('stopped', stopped.token, { state: 'released', reason: 'the worker stops' });
      clock.jump(leaseMs);
      expect(await jobs.lease({ ...worker, leaseMs })).toBeNull();
      expect((await jobs.failLost()).map(({ id }) => id)).toEqual(['lost']);
      const ended = await jobs.getMany(['failed', 'stopped', 'lost']);
      expect(ended.map(({ state, attemptLog }) => [state, attemptLog[0]?.outcome])).toEqual([
        ['cancelled', 'failed'],
        ['cancelled', 'released'],
        ['cancelled', 'lost'],
      ]);
    });

    it('leases no paused job, and gives a leased one back', async () => {
      await using database = await newDatabase();
      const { jobs } = await database.open();
      await jobs.enqueue(jobRequest('a'));
      await jobs.setPaused('a', true);
      expect(await jobs.lease({ ...worker, leaseMs })).toBeNull();
      await jobs.setPaused('a', false);
      const { token } = await leaseOne(jobs, leaseMs);
      await jobs.setPaused('a', true);
      expect(await jobs.renew('a', token, { leaseMs })).toMatchObject({ paused: true, state: 'leased' });
      await jobs.finish('a', token, { state: 'released', reason: 'paused' });
      expect(await jobs.lease({ ...worker, leaseMs })).toBeNull();
      expect(await jobs.get('a')).toMatchObject({ state: 'queued', paused: true, attempts: 0 });
      await expect(jobs.setPaused('none', true)).rejects.toMatchObject({ code: 'not-found' });
    });

    it('leases first what was moved to the front', async () => {
      await using database = await newDatabase();
      const { jobs } = await database.open();
      for (const id of ['a', 'b', 'c']) await jobs.enqueue(jobRequest(id));
      expect(await jobs.setPriority('c', 50)).toMatchObject({ priority: 50, version: 2 });
      await jobs.setPriority('a', -50);
      const { token } = await leaseOne(jobs, leaseMs);
      expect((await jobs.lease({ ...worker, leaseMs }))?.job.id).toBe('b');
      await jobs.finish('c', token, { state: 'done' });
      await expect(jobs.setPriority('c', 0)).rejects.toMatchObject({ code: 'conflict' });
      await expect(jobs.setPriority('a', 101)).rejects.toMatchObject({ code: 'bad-request' });
      await expect(jobs.setPriority('none', 0)).rejects.toMatchObject({ code: 'not-found' });
    });
  });
}

import { type Job, VigilError } from '@vigil/contracts';
import type { Store } from '@vigil/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { submitRetention } from '../../jobs/submit-upkeep.ts';
import { WorkerBench } from '../testing/worker-bench.ts';
import { usualTimes } from '../worker-context.ts';
import { HeldLease, type LeaseEnd } from './held-lease.ts';

const times = { ...usualTimes, leaseMs: 2500, renewalMs: 50 };
let bench: WorkerBench;
beforeEach(async () => {
  bench = await WorkerBench.open();
});
afterEach(() => bench[Symbol.asyncDispose]());

/** Leases a job; `away` makes the store one that cannot be reached. */
async function hold(): Promise<{ lease: HeldLease; ended: Promise<LeaseEnd>; state: { away: boolean } }> {
  await submitRetention(bench.context);
  const state = { away: false };
  const { store } = bench;
  const jobs: Store['jobs'] = {
    ...store.jobs,
    renew: async (...args) => {
      if (state.away) throw new VigilError('store-unavailable', 'the store is away');
      return await store.jobs.renew(...args);
    },
  };
  const askedMs = performance.now();
  const leased = await store.jobs.lease({ worker: 'w', types: ['apply-retention'], leaseMs: times.leaseMs });
  if (leased === null) throw new Error('nothing to lease');
  const lease = new HeldLease({ ...bench.context, store: { ...store, jobs } }, times, leased, askedMs);
  const { promise, resolve } = Promise.withResolvers<LeaseEnd>();
  lease.onEnd(resolve);
  return { lease, ended: promise, state };
}

async function stored(lease: HeldLease): Promise<Job | null> {
  return await bench.store.jobs.get(lease.job.id);
}

describe('a held lease', () => {
  it('is renewed, takes progress along and tells the feed', async () => {
    const { lease } = await hold();
    using _ = lease;
    lease.setProgress({ stage: 'extract', mediaSeconds: 3, totalSeconds: 10, timesRealTime: 1, secondsLeft: 7 });
    lease.setCheckpoint(2);
    const told = await bench.until(lease.job.id, ({ checkpointSeconds }) => checkpointSeconds === 2);
    expect(told.progress?.mediaSeconds).toBe(3);
    expect(lease.validMs).toBeGreaterThan(0);
    const ended = await lease.finish({ state: 'done' });
    expect(ended).toMatchObject({ state: 'done', leaseOwner: null });
  });

  it('ends before the store would give the job away, where the store cannot be reached', async () => {
    const { lease, ended, state } = await hold();
    using _ = lease;
    state.away = true;
    expect(await ended).toBe('lost');
    // another worker cannot have it yet
    expect(Date.parse((await stored(lease))?.leaseExpiresAt ?? '')).toBeGreaterThan(Date.now());
    expect(() => lease.requireHeld()).toThrow(expect.objectContaining({ code: 'conflict' }));
    expect(await lease.finish({ state: 'done' })).toBeNull();
  });

  it('outlives a store that comes back in time', async () => {
    const { lease, state } = await hold();
    using _ = lease;
    state.away = true;
    await expect(lease.confirm()).rejects.toMatchObject({ code: 'store-unavailable' });
    state.away = false;
    await lease.confirm();
    expect(lease.ending).toBeNull();
  });

  it('is lost at once where somebody else holds it', async () => {
    const { lease, ended } = await hold();
    using _ = lease;
    bench.clockShiftMs = 3_600_000;
    const other = await bench.store.jobs.lease({ worker: 'other', types: ['apply-retention'], leaseMs: 15_000 });
    expect(other?.job.id).toBe(lease.job.id);
    expect(await ended).toBe('lost');
  });

  it.each([
    ['cancelled', (job: Job) => bench.store.jobs.cancel(job.id, 'not wanted')],
    ['paused', (job: Job) => bench.store.jobs.setPaused(job.id, true)],
  ] as const)('hears that the job is %s', async (reason, act) => {
    const { lease, ended } = await hold();
    using _ = lease;
    await act(lease.job);
    expect(await ended).toBe(reason);
  });

  it('hears that everything is to stop', async () => {
    const { lease, ended } = await hold();
    using _ = lease;
    await bench.store.settings.insert({
      id: 'settings',
      defaultBudgetIncidentsPerDay: 10,
      analyseUploads: true,
      queuePaused: true,
      retention: { maxAgeDays: null, maxBytes: null },
      retentionBySource: {},
      auditDays: 365,
    });
    expect(await ended).toBe('paused');
  });
});

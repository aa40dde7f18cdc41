import { hostname } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { type JobType, jobTypes } from '@vigil/contracts';
import { jobCatalogue } from '../jobs/job-catalogue.ts';
import { shownJob } from '../jobs/shown-job.ts';
import { HeldLease } from './lease/held-lease.ts';
import { runJob } from './run/run-job.ts';
import { submitRetention } from '../jobs/submit-upkeep.ts';
import { keepInOrder, makeUpForKilled, trimFeed } from './upkeep.ts';
import { usualTimes, type WorkerContext, type WorkerOptions, type WorkerTimes } from './worker-context.ts';

/** Rounds of upkeep after which old messages of the feed are removed. */
const roundsPerTrim = 120;

/** A worker: leases jobs and runs them until it is stopped. */
export interface Worker extends AsyncDisposable {
  /**
   * Leases nothing more, has running work write its checkpoints, gives the jobs back and resolves, within ten seconds. Jobs that are
   * given back lose nothing.
   */
  stop(): Promise<void>;
}

/** Starts a worker. It goes on through failures of the store and tries again until it is back. */
export function startWorker(context: WorkerContext, options: WorkerOptions = {}): Worker {
  const running = new RunningWorker(context, options);
  return { stop: () => running.stop(), [Symbol.asyncDispose]: () => running.stop() };
}

class RunningWorker {
  readonly #context: WorkerContext;
  readonly #times: WorkerTimes;
  readonly #name: string;
  readonly #leases = new Set<HeldLease>();
  readonly #wakers = new Set<() => void>();
  readonly #stopping = new AbortController();
  readonly #loops: Promise<void>[];
  readonly #unwatch: () => void;

  constructor(context: WorkerContext, { name, times, types = jobTypes }: WorkerOptions) {
    this.#context = context;
    this.#times = { ...usualTimes, ...times };
    this.#name = name ?? `${hostname()}:${process.pid}`;
    this.#unwatch = context.store.events.watch(() => this.#wake());
    const heavy = types.filter((type) => jobCatalogue[type].weight === 'heavy');
    const light = types.filter((type) => jobCatalogue[type].weight === 'light');
    const slots = Array.from({ length: context.configuration.workerConcurrency }, () => heavy);
    this.#loops = [...slots, light].filter((slot) => slot.length > 0).map((slot) => this.#lease(slot));
    this.#loops.push(this.#keepUp());
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#unwatch();
    this.#wake();
    for (const lease of this.#leases) lease.stop();
    await Promise.all(this.#loops);
  }

  get #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  /** Takes one job after the other. */
  async #lease(types: readonly JobType[]): Promise<void> {
    while (!this.#isStopping) {
      const found = await this.#logged('no job could be leased', () => this.#runNext(types));
      if (!found) await this.#sleep();
    }
  }

  /** False where there was nothing to do. */
  async #runNext(types: readonly JobType[]): Promise<boolean> {
    const { store } = this.#context;
    const settings = await store.settings.get('settings');
    if (settings?.queuePaused) return false;
    const askedMs = performance.now();
    const leased = await store.jobs.lease({ worker: this.#name, types, leaseMs: this.#times.leaseMs });
    if (leased === null) return false;
    using lease = new HeldLease(this.#context, this.#times, leased, askedMs);
    this.#leases.add(lease);
    try {
      if (this.#isStopping) lease.stop();
      await this.#logged('the feed was not told of a lease', () =>
        store.events.append([{ topic: 'job', type: 'update', record: shownJob(leased.job) }]),
      );
      await runJob(this.#context, this.#times, lease);
    } finally {
      this.#leases.delete(lease);
    }
    return true;
  }

  async #keepUp(): Promise<void> {
    await this.#logged('what killed workers left could not be put in order', () => makeUpForKilled(this.#context));
    for (let round = 0; !this.#isStopping; round += 1) {
      await this.#logged('upkeep failed', () => keepInOrder(this.#context));
      if (round % roundsPerTrim === 0) await this.#logged('the feed could not be trimmed', () => trimFeed(this.#context));
      // Not at the start: a service that is restarted again and again has other things to do first.
      if (round % roundsPerTrim === roundsPerTrim - 1)
        await this.#logged('the retention could not be queued', () => submitRetention(this.#context));
      await setTimeout(this.#times.upkeepMs, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
    }
  }

  /** Undefined where the action failed, which is logged: a worker outlives every failure of the store. */
  async #logged<Result>(what: string, action: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await action();
    } catch (error) {
      this.#context.log.error({ error }, what);
      return undefined;
    }
  }

  /** Until something happens in the store, or for a while. */
  async #sleep(): Promise<void> {
    if (this.#isStopping) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#wakers.add(resolve);
    using stack = new DisposableStack();
    stack.defer(() => this.#wakers.delete(resolve));
    const over = new AbortController();
    stack.defer(() => over.abort());
    await Promise.race([promise, setTimeout(this.#times.pollMs, undefined, { signal: over.signal }).catch(() => undefined)]);
  }

  #wake(): void {
    for (const resolve of this.#wakers) resolve();
  }
}

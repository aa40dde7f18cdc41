import { type Job, type JobProgress, VigilError } from '@vigil/contracts';
import { shownJob } from '../../jobs/shown-job.ts';
import type { LeasedJob, JobOutcome } from '@vigil/store';
import type { WorkerContext, WorkerTimes } from '../worker-context.ts';
import { withoutStoreFailures } from './without-store-failures.ts';

/**
 * Why work on a job ends before it is done. `lost`: the job may be somebody else's, so nothing more may be written. The others put the
 * work aside in good order.
 */
export type LeaseEnd = 'lost' | 'cancelled' | 'paused' | 'stopping';

/** A lease is given up for lost so long before the store would give it to another worker. */
const safetyMs = 1500;

/**
 * A job that this worker holds. It is renewed again and again, by the monotonic clock, and each renewal takes the progress along and
 * learns what people want of the job. Where the lease is lost, cannot be renewed in time, or is no longer wanted, `onEnd` is called,
 * once for each reason at most.
 */
export class HeldLease implements Disposable {
  readonly #context: WorkerContext;
  readonly #times: WorkerTimes;
  readonly #token: string;
  readonly #ended = new Set<LeaseEnd>();
  readonly #onEnd = new Set<(reason: LeaseEnd) => void>();
  readonly #onRenewed = new Set<(validMs: number) => void>();
  #job: Job;
  #progress: JobProgress | undefined;
  #checkpointSeconds: number | undefined;
  #deadlineMs: number;
  #timer: NodeJS.Timeout | null = null;
  #renewing: Promise<void> | null = null;
  #over = false;
  #isUntold = false;

  /** @param askedMs Monotonic time at which the lease was asked for: it holds from then on at least. */
  constructor(context: WorkerContext, times: WorkerTimes, leased: LeasedJob, askedMs: number) {
    this.#context = context;
    this.#times = times;
    this.#job = leased.job;
    this.#token = leased.token;
    this.#deadlineMs = askedMs + times.leaseMs;
    this.#plan();
  }

  /** The job as it was stored last. */
  get job(): Job {
    return this.#job;
  }

  /** Time that the lease holds for certain, milliseconds. */
  get validMs(): number {
    return Math.max(0, this.#deadlineMs - safetyMs - performance.now());
  }

  /** Why work is to end, the gravest reason first; null where it goes on. */
  get ending(): LeaseEnd | null {
    return (['lost', 'cancelled', 'paused', 'stopping'] as const).find((reason) => this.#ended.has(reason)) ?? null;
  }

  /** Calls back when work is to end, at once where it is already. @returns Ends the calls. */
  onEnd(listener: (reason: LeaseEnd) => void): () => void {
    this.#onEnd.add(listener);
    if (this.ending) listener(this.ending);
    return () => this.#onEnd.delete(listener);
  }

  /** Calls back after each renewal with the time that the lease holds for certain. @returns Ends the calls. */
  onRenewed(listener: (validMs: number) => void): () => void {
    this.#onRenewed.add(listener);
    return () => this.#onRenewed.delete(listener);
  }

  /** Remembers how far the work is until the next renewal. */
  setProgress(progress: JobProgress): void {
    this.#progress = progress;
    this.#isUntold = true;
  }

  /** Remembers up to where the work is safe until the next renewal. */
  setCheckpoint(mediaSeconds: number): void {
    this.#checkpointSeconds = mediaSeconds;
    this.#isUntold = true;
  }

  /** The worker stops: work is to be put aside. */
  stop(): void {
    this.#end('stopping');
  }

  /**
   * Makes sure, with the store itself, that the job is still this worker's; called before what others would see.
   *
   * @throws VigilError `conflict` where it is not, `store-unavailable`
   */
  async confirm(): Promise<void> {
    await this.#renewing?.catch(() => undefined);
    await this.#renew();
    this.requireHeld();
  }

  /** @throws VigilError `conflict` where the lease does not hold for certain any more */
  requireHeld(): void {
    if (!this.#ended.has('lost') && this.validMs > 0) return;
    throw new VigilError('conflict', `The lease of job ${this.#job.id} was lost`, { jobId: this.#job.id });
  }

  /** Ends the lease as the work ended; null where it was lost before. Waits for a store that is away as long as the lease holds. */
  async finish(outcome: JobOutcome): Promise<Job | null> {
    this[Symbol.dispose]();
    await this.#renewing?.catch(() => undefined);
    const { store } = this.#context;
    // what the work said last is worth keeping
    if (this.#isUntold) await this.#renew().catch(() => undefined);
    if (this.#ended.has('lost')) return null;
    const isHeld = (): boolean => this.validMs > 0;
    return await withoutStoreFailures(() => store.jobs.finish(this.#job.id, this.#token, outcome), isHeld);
  }

  [Symbol.dispose](): void {
    this.#over = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  #plan(): void {
    if (this.#over) return;
    this.#timer = setTimeout(() => {
      this.#renewing = this.#renewAndTell().finally(() => this.#plan());
    }, this.#times.renewalMs);
  }

  async #renewAndTell(): Promise<void> {
    try {
      await this.#renew();
      if (!this.#over) await this.#context.store.events.append([{ topic: 'job', type: 'update', record: shownJob(this.#job) }]);
    } catch (error) {
      this.#context.log.warn({ jobId: this.#job.id, error }, 'the lease could not be renewed');
    }
    if (this.validMs === 0) this.#end('lost');
  }

  async #renew(): Promise<void> {
    const { store } = this.#context;
    const askedMs = performance.now();
    this.#isUntold = false;
    const [job, settings] = await Promise.all([
      store.jobs.renew(this.#job.id, this.#token, {
        leaseMs: this.#times.leaseMs,
        progress: this.#progress,
        checkpointSeconds: this.#checkpointSeconds,
      }),
      store.settings.get('settings'),
    ]);
    if (job === null) return this.#end('lost');
    this.#job = job;
    this.#deadlineMs = askedMs + this.#times.leaseMs;
    for (const listener of this.#onRenewed) listener(this.validMs);
    if (job.cancelRequested) this.#end('cancelled');
    else if (job.paused || settings?.queuePaused) this.#end('paused');
  }

  #end(reason: LeaseEnd): void {
    if (this.#ended.has(reason)) return;
    this.#ended.add(reason);
    for (const listener of this.#onEnd) listener(reason);
  }
}

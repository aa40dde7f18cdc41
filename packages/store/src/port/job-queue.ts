import type { ErrorBody, Job, JobPayload, JobProgress, JobType } from '@vigil/contracts';
import type { JobFilter } from './filters.ts';
import type { RecordCollection } from './record-collection.ts';

/** A job to be queued. */
export interface JobRequest {
  readonly id: string;
  readonly payload: JobPayload;
  /** 0 where left out. */
  readonly priority?: number | undefined;
  readonly fairnessKey: string;
  readonly idempotencyKey: string;
  readonly subjectId: string | null;
  /** 3 where left out. */
  readonly maxAttempts?: number | undefined;
}

/** What a worker asks for. */
export interface LeaseRequest {
  /** Name of the worker, for people. */
  readonly worker: string;
  readonly types: readonly JobType[];
  readonly leaseMs: number;
}

/** A job with the secret that proves the lease. */
export interface LeasedJob {
  readonly job: Job;
  readonly token: string;
}

/** How a leased job ended. */
export type JobOutcome =
  | { readonly state: 'done' }
  | { readonly state: 'cancelled'; readonly reason: string }
  /** Queued again after `delayMs` while attempts are left, failed for good otherwise or where it is not `retryable`. */
  | { readonly state: 'failed'; readonly error: ErrorBody; readonly retryable: boolean; readonly delayMs: number }
  /** Given back without counting the attempt: the worker stops, or the job was paused. */
  | { readonly state: 'released'; readonly reason: string };

/** What a worker tells while it holds a lease. */
export interface LeaseRenewal {
  readonly leaseMs: number;
  readonly progress?: JobProgress | undefined;
  readonly checkpointSeconds?: number | undefined;
}

/**
 * Durable jobs that any number of processes lease from one store, none twice at a time. The order: higher priority first, then the
 * smaller `turn`, then the older. `turn` is start-time fair queueing over `fairnessKey` (Goyal, Vin, Cheng 1996): one more than the
 * last turn of the same key, but not before the turn that was leased last, so that a key with many jobs does not starve others.
 * A lease that ran out is leased again, its attempt logged as `lost`; where no attempts are left, the job fails.
 */
export interface JobQueue extends Pick<RecordCollection<Job, JobFilter>, 'get' | 'getMany' | 'list' | 'count'> {
  /** Queues a job. One with the same idempotency key is returned as it is. */
  enqueue(request: JobRequest): Promise<{ job: Job; added: boolean }>;
  /** Takes the next job; null where none is due. */
  lease(request: LeaseRequest): Promise<LeasedJob | null>;
  /** Prolongs a lease and stores progress; null where the lease is lost, and the worker must stop. */
  renew(id: string, token: string, renewal: LeaseRenewal): Promise<Job | null>;
  /** Ends a lease; null where it was lost before. */
  finish(id: string, token: string, outcome: JobOutcome): Promise<Job | null>;
  /** Cancels: a queued job at once, a leased one by asking its worker. @throws VigilError `not-found`, `conflict` where it has ended */
  cancel(id: string, reason: string): Promise<Job>;
  /** Pauses or resumes: a leased one is given back by its worker. @throws VigilError `not-found`, `conflict` where it has ended */
  setPaused(id: string, paused: boolean): Promise<Job>;
  /** Lets a job go before or after others: at its next turn where it runs. @throws VigilError `not-found`, `conflict` where it has ended */
  setPriority(id: string, priority: number): Promise<Job>;
  /** Queues a failed or cancelled job anew with all its attempts. @throws VigilError `not-found`, `conflict` in another state */
  requeue(id: string): Promise<Job>;
  /** Leases that ran out and have no attempts left become failed; returns those jobs. */
  failLost(): Promise<Job[]>;
  /** Jobs by state. */
  depth(): Promise<Readonly<Record<Job['state'], number>>>;
}

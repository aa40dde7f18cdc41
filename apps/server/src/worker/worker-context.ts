import type { JobType } from '@vigil/contracts';
import type { MediaStore } from '@vigil/media-store';
import type { Clock, Store } from '@vigil/store';
import type { FastifyBaseLogger } from 'fastify';
import type { Configuration } from '../configuration/configuration.ts';

/** What a worker is made with. */
export interface WorkerContext {
  readonly store: Store;
  readonly media: MediaStore;
  readonly clock: Clock;
  readonly log: Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>;
  readonly configuration: Pick<Configuration, 'modelCacheFolder' | 'poseModel' | 'datasetsFolder' | 'workerConcurrency'>;
  readonly version: string;
}

/** Times of a worker, milliseconds; the defaults are right but for tests. */
export interface WorkerTimes {
  /** For how long a lease holds without being renewed. */
  readonly leaseMs: number;
  /** Between two renewals; progress goes to the feed with each. */
  readonly renewalMs: number;
  /** Between two looks for jobs where nothing wakes the worker. */
  readonly pollMs: number;
  /** Time that a stopping worker gives its processes for their checkpoints. */
  readonly checkpointGraceMs: number;
  /** Between two rounds of upkeep. */
  readonly upkeepMs: number;
}

/** Times that a worker has unless it is told others. */
export const usualTimes: WorkerTimes = {
  leaseMs: 15_000,
  renewalMs: 800,
  pollMs: 1000,
  checkpointGraceMs: 7000,
  upkeepMs: 5000,
};

/** How one worker differs from the usual one. */
export interface WorkerOptions {
  /** Name in the jobs' logs of attempts; host and process id where left out. */
  readonly name?: string | undefined;
  readonly times?: Partial<WorkerTimes> | undefined;
  /** Types of jobs that it takes; all where left out. */
  readonly types?: readonly JobType[] | undefined;
}

import type { JobType } from '@vigil/contracts';

/** How jobs of a type are run. */
export interface JobTypeFacts {
  /** `heavy` ones take a slot of the worker's concurrency; `light` ones have a slot of their own, so that they never wait for hours. */
  readonly weight: 'heavy' | 'light';
  /** Attempts in all, also those that were lost with their worker: bounds what a file can do that brings whole workers down. */
  readonly maxAttempts: number;
  /** Attempts that may fail by themselves before the job is a dead letter. */
  readonly maxFailures: number;
  /** An attempt that makes no progress for so long is ended. */
  readonly stallTimeoutMs: number;
  /** Pause after the first failure; twice as long after each further one. */
  readonly firstBackOffMs: number;
}

/** The longest pause between two attempts. */
const longestBackOffMs = 10 * 60_000;

/** Every type of job. */
export const jobCatalogue = {
  'analyse-video': { weight: 'heavy', maxAttempts: 30, maxFailures: 5, stallTimeoutMs: 300_000, firstBackOffMs: 1000 },
  'learn-profile': { weight: 'heavy', maxAttempts: 30, maxFailures: 5, stallTimeoutMs: 300_000, firstBackOffMs: 1000 },
  'preview-correction': { weight: 'heavy', maxAttempts: 10, maxFailures: 3, stallTimeoutMs: 300_000, firstBackOffMs: 1000 },
  evaluate: { weight: 'heavy', maxAttempts: 30, maxFailures: 3, stallTimeoutMs: 600_000, firstBackOffMs: 5000 },
  'make-previews': { weight: 'light', maxAttempts: 10, maxFailures: 3, stallTimeoutMs: 300_000, firstBackOffMs: 1000 },
  'apply-retention': { weight: 'light', maxAttempts: 3, maxFailures: 3, stallTimeoutMs: 600_000, firstBackOffMs: 60_000 },
  'build-model': { weight: 'light', maxAttempts: 3, maxFailures: 2, stallTimeoutMs: 600_000, firstBackOffMs: 1000 },
} as const satisfies Record<JobType, JobTypeFacts>;

/** The pause after a failure of a type, when `failures` attempts have failed by then; milliseconds. */
export function backOffMs(type: JobType, failures: number): number {
  return Math.min(longestBackOffMs, jobCatalogue[type].firstBackOffMs * 2 ** Math.max(0, failures - 1));
}

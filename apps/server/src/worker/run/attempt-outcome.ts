import { type ErrorCode, type Job, VigilError } from '@vigil/contracts';
import type { JobOutcome } from '@vigil/store';
import { backOffMs, jobCatalogue } from '../../jobs/job-catalogue.ts';
import type { LeaseEnd } from '../lease/held-lease.ts';

/** What is wrong with the request or its files, so that trying again helps nobody. */
const permanent: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'bad-request',
  'file-empty',
  'file-truncated',
  'not-media',
  'no-video',
  'codec-unsupported',
  'picture-size-unsupported',
  'profile-missing',
  'profile-unreadable',
  'profile-mismatch',
  'dataset-invalid',
  'model-invalid',
  'not-found',
  'gone',
]);

/** How an attempt ended that threw. @param ending Why the lease ended before it; null where it did not */
export function outcomeOf(job: Job, error: unknown, ending: LeaseEnd | null): JobOutcome {
  if (ending === 'cancelled') return { state: 'cancelled', reason: job.error?.message ?? 'It was cancelled' };
  if (ending === 'paused') return { state: 'released', reason: job.paused ? 'It was paused' : 'The queue was paused' };
  if (ending === 'stopping') return { state: 'released', reason: 'The worker stopped' };
  const failure = asVigilError(error);
  const failures = failuresOf(job) + 1;
  const retryable = !permanent.has(failure.code) && failures < jobCatalogue[job.type].maxFailures;
  return { state: 'failed', error: failure.toBody(), retryable, delayMs: backOffMs(job.type, failures) };
}

/** An error in the one form that errors have. */
export function asVigilError(error: unknown): VigilError {
  if (error instanceof VigilError) return error;
  return new VigilError('internal', error instanceof Error ? error.message : String(error), {}, error);
}

/** Attempts of a job that failed by themselves since it was queued last. */
export function failuresOf({ attemptLog }: Pick<Job, 'attemptLog'>): number {
  let failures = 0;
  let next = Infinity;
  for (const { attempt, outcome } of attemptLog.toReversed()) {
    // numbers begin anew where a job is queued again
    if (attempt > next) break;
    next = attempt;
    if (outcome === 'failed') failures += 1;
  }
  return failures;
}

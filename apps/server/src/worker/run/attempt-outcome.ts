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
  const before = failuresOf(job);
  const own = before.own + (isKilled(failure.message) ? 0 : 1);
  const retryable = !permanent.has(failure.code) && own < jobCatalogue[job.type].maxFailures;
  return { state: 'failed', error: failure.toBody(), retryable, delayMs: backOffMs(job.type, before.all + 1) };
}

/** An error in the one form that errors have. */
export function asVigilError(error: unknown): VigilError {
  if (error instanceof VigilError) return error;
  return new VigilError('internal', error instanceof Error ? error.message : String(error), {}, error);
}

/**
 * Failed attempts of a job since it was queued last; `own` leaves out those whose process was killed from outside. These say nothing
 * about the file (it crashes a process otherwise), and are bounded by the job's attempts alone.
 */
export function failuresOf({ attemptLog }: Pick<Job, 'attemptLog'>): { readonly all: number; readonly own: number } {
  let [all, own] = [0, 0];
  let next = Infinity;
  for (const { attempt, outcome, reason } of attemptLog.toReversed()) {
    // numbers begin anew where a job is queued again
    if (attempt > next) break;
    next = attempt;
    if (outcome !== 'failed') continue;
    all += 1;
    if (!isKilled(reason)) own += 1;
  }
  return { all, own };
}

/** Whether the message of a failure says that nobody but the system or a person can have ended the process. */
function isKilled(message: string | null): boolean {
  return message?.includes('(signal SIGKILL)') ?? false;
}

import type { ErrorBody, Job, JobAttempt } from '@vigil/contracts';
import { VigilError } from '@vigil/contracts';
import type { JobOutcome, JobRequest } from '../port/job-queue.ts';

/** How many attempts a job remembers. */
export const rememberedAttempts = 20;

/** Attempts that a job has where the request names no number. */
const usualAttempts = 3;

/** A job that has never waited for anything is due at once, also for a worker whose clock is behind. */
const atOnce = new Date(0).toISOString();

/** What a job has while nobody works on it. */
const noLease = { leaseOwner: null, leaseToken: null, leaseExpiresAt: null } as const;

/**
 * A job as it is queued, version 1.
 *
 * @param turn Place in the order of turns.
 * @param at Now, ISO 8601.
 */
export function queuedJob(request: JobRequest, turn: number, at: string): Job {
  return {
    id: request.id,
    version: 1,
    createdAt: at,
    updatedAt: at,
    type: request.payload.type,
    payload: request.payload,
    state: 'queued',
    priority: request.priority ?? 0,
    fairnessKey: request.fairnessKey,
    turn,
    idempotencyKey: request.idempotencyKey,
    subjectId: request.subjectId,
    paused: false,
    cancelRequested: false,
    notBefore: atOnce,
    attempts: 0,
    maxAttempts: request.maxAttempts ?? usualAttempts,
    attemptLog: [],
    ...noLease,
    progress: null,
    checkpointSeconds: null,
    error: null,
    endedAt: null,
  };
}

/** An attempt as it begins. @param at Now, ISO 8601 */
export function begunAttempt(attempt: number, worker: string, at: string): JobAttempt {
  return { attempt, worker, startedAt: at, endedAt: null, outcome: 'running', reason: null };
}

/** A leased job whose worker has ended its attempt. @param at Now, ISO 8601 */
export function finishedJob(job: Job, outcome: JobOutcome, at: string): Job {
  if (outcome.state === 'done') return { ...ended(job, 'done', 'done', null, at), error: null };
  if (outcome.state === 'cancelled') return cancelledAttempt(job, 'cancelled', outcome.reason, at);
  if (outcome.state === 'released') {
    const released = { ...job, attempts: job.attempts - 1 };
    if (job.cancelRequested) return cancelledAttempt(released, 'released', outcome.reason, at);
    return queuedAgain(released, 'released', outcome.reason, at);
  }
  const failed = { ...job, error: outcome.error };
  if (job.cancelRequested) return cancelledAttempt(job, 'failed', outcome.error.message, at);
  if (!outcome.retryable || job.attempts >= job.maxAttempts) return ended(failed, 'failed', 'failed', outcome.error.message, at);
  const notBefore = new Date(Date.parse(at) + outcome.delayMs).toISOString();
  return { ...queuedAgain(failed, 'failed', outcome.error.message, at), notBefore };
}

/**
 * A leased job whose lease ran out: queued again while attempts are left, failed otherwise, cancelled where that was asked for.
 *
 * @param at Now, ISO 8601.
 */
export function lostJob(job: Job, at: string): Job {
  const reason = `${job.leaseOwner ?? 'the worker'} stopped renewing its lease`;
  if (job.cancelRequested) return cancelledAttempt(job, 'lost', reason, at);
  if (job.attempts < job.maxAttempts) return queuedAgain(job, 'lost', reason, at);
  const error: ErrorBody = {
    code: 'internal',
    message: `No worker finished the job in ${job.attempts} attempts; at the last, ${reason}.`,
  };
  return { ...ended(job, 'failed', 'lost', reason, at), error };
}

/**
 * A job that somebody cancels: at once where it is queued, by asking its worker where it is leased.
 *
 * @param at Now, ISO 8601.
 * @throws VigilError `conflict` where it has ended
 */
export function cancelledJob(job: Job, reason: string, at: string): Job {
  refuseEnded(job, 'cancelled');
  const error: ErrorBody = { code: 'cancelled', message: reason };
  if (job.state === 'leased') return { ...job, cancelRequested: true, error };
  return { ...job, state: 'cancelled', cancelRequested: true, error, endedAt: at };
}

/** A job that is paused or resumed. @throws VigilError `conflict` where it has ended */
export function pausedJob(job: Job, paused: boolean): Job {
  refuseEnded(job, paused ? 'paused' : 'resumed');
  return { ...job, paused };
}

/** A job that goes before or after others. @throws VigilError `conflict` where it has ended */
export function prioritisedJob(job: Job, priority: number): Job {
  refuseEnded(job, 'moved in the queue');
  return { ...job, priority };
}

/**
 * A failed or cancelled job with all its attempts before it; its checkpoint stays.
 *
 * @param turn Its new place in the order of turns.
 * @throws VigilError `conflict` in another state
 */
export function requeuedJob(job: Job, turn: number): Job {
  if (job.state !== 'failed' && job.state !== 'cancelled') {
    throw new VigilError('conflict', `Job ${job.id} is ${job.state}; only a failed or cancelled job is queued again.`, {
      id: job.id,
      state: job.state,
    });
  }
  return {
    ...job,
    ...noLease,
    state: 'queued',
    turn,
    attempts: 0,
    paused: false,
    cancelRequested: false,
    notBefore: atOnce,
    progress: null,
    error: null,
    endedAt: null,
  };
}

function refuseEnded(job: Job, what: string): void {
  if (job.state === 'queued' || job.state === 'leased') return;
  throw new VigilError('conflict', `Job ${job.id} is ${job.state} and cannot be ${what} any more.`, {
    id: job.id,
    state: job.state,
  });
}

function queuedAgain(job: Job, outcome: JobAttempt['outcome'], reason: string | null, at: string): Job {
  return { ...withAttemptEnded(job, outcome, reason, at), ...noLease, state: 'queued', notBefore: atOnce };
}

function ended(job: Job, state: Job['state'], outcome: JobAttempt['outcome'], reason: string | null, at: string): Job {
  return { ...withAttemptEnded(job, outcome, reason, at), ...noLease, state, endedAt: at };
}

function cancelledAttempt(job: Job, outcome: JobAttempt['outcome'], reason: string, at: string): Job {
  const error: ErrorBody = job.error?.code === 'cancelled' ? job.error : { code: 'cancelled', message: reason };
  return { ...ended(job, 'cancelled', outcome, reason, at), error };
}

function withAttemptEnded(job: Job, outcome: JobAttempt['outcome'], reason: string | null, at: string): Job {
  const attemptLog = job.attemptLog.map((attempt) =>
    attempt.outcome === 'running' ? { ...attempt, endedAt: at, outcome, reason } : attempt,
  );
  return { ...job, attemptLog: attemptLog.slice(-rememberedAttempts) };
}

import { type Job, VigilError } from '@vigil/contracts';
import { describe, expect, it } from 'vitest';
import { failuresOf, outcomeOf } from './attempt-outcome.ts';

const at = '2026-01-01T00:00:00.000Z';

function log(...entries: readonly (readonly [number, Job['attemptLog'][number]['outcome']])[]): Job['attemptLog'] {
  return entries.map(([attempt, outcome]) => ({ attempt, outcome, worker: 'w', startedAt: at, endedAt: at, reason: null }));
}

function job(attemptLog: Job['attemptLog']): Job {
  return {
    id: 'job',
    version: 1,
    createdAt: at,
    updatedAt: at,
    type: 'analyse-video',
    payload: { type: 'analyse-video', videoId: 'v', analysisId: 'a' },
    state: 'leased',
    priority: 0,
    fairnessKey: 'k',
    turn: 0,
    idempotencyKey: 'i',
    subjectId: 'v',
    paused: false,
    cancelRequested: false,
    notBefore: at,
    attempts: 1,
    maxAttempts: 30,
    attemptLog,
    leaseOwner: 'w',
    leaseToken: 't',
    leaseExpiresAt: at,
    progress: null,
    checkpointSeconds: null,
    error: null,
    endedAt: null,
  };
}

describe('the outcome of an attempt', () => {
  it('counts what failed by itself, not what was lost or given back, since the job was queued last', () => {
    expect(failuresOf({ attemptLog: log([1, 'failed'], [2, 'lost'], [3, 'released'], [3, 'failed'], [4, 'running']) })).toEqual({
      all: 2,
      own: 2,
    });
    expect(failuresOf({ attemptLog: log([1, 'failed'], [2, 'failed'], [1, 'failed'], [2, 'running']) })).toEqual({
      all: 1,
      own: 1,
    });
    expect(failuresOf({ attemptLog: [] })).toEqual({ all: 0, own: 0 });
  });

  it('does not count against a file that somebody killed its process', () => {
    const killed = new VigilError('media-process-died', 'gate.mp4: the process died (signal SIGKILL); others are not affected');
    const entries = log(...Array.from({ length: 8 }, (_, i) => [i + 1, 'failed'] as const));
    const before = job(entries.map((entry) => ({ ...entry, reason: killed.message })));
    expect(outcomeOf(before, killed, null)).toMatchObject({ retryable: true, delayMs: 256_000 });
  });

  it('is retried after longer and longer pauses, until it has failed too often', () => {
    const died = new VigilError('media-process-died', 'it died');
    const delays = [0, 1, 2, 3, 4].map((failed) => {
      const outcome = outcomeOf(job(log(...Array.from({ length: failed }, (_, i) => [i + 1, 'failed'] as const))), died, null);
      return outcome.state === 'failed' ? [outcome.retryable, outcome.delayMs] : null;
    });
    expect(delays).toEqual([
      [true, 1000],
      [true, 2000],
      [true, 4000],
      [true, 8000],
      [false, 16_000],
    ]);
  });

  it('is final where trying again helps nobody', () => {
    expect(outcomeOf(job([]), new VigilError('not-media', 'no video'), null)).toMatchObject({
      state: 'failed',
      retryable: false,
    });
  });

  it('is no failure where the lease ended first', () => {
    const error = new VigilError('cancelled', 'ended');
    expect(outcomeOf(job([]), error, 'stopping')).toEqual({ state: 'released', reason: 'The worker stopped' });
    expect(outcomeOf(job([]), error, 'paused')).toEqual({ state: 'released', reason: 'The queue was paused' });
    expect(outcomeOf(job([]), error, 'cancelled')).toMatchObject({ state: 'cancelled' });
  });

  it('has one form for whatever was thrown', () => {
    expect(outcomeOf(job([]), new TypeError('oops'), null)).toMatchObject({ error: { code: 'internal', message: 'oops' } });
  });
});

import type { ShownJob } from '@vigil/contracts';
import { expect, test } from 'vitest';
import { type LiveJobs, wallOrder, withJob, withListed, withoutOld } from './live-jobs.ts';

const none: LiveJobs = new Map();
const at = '2026-11-23T12:00:00.000Z';
const job = (id: string, values: Partial<ShownJob> = {}): ShownJob =>
  ({
    id,
    version: 1,
    type: 'analyse-video',
    state: 'leased',
    paused: false,
    progress: null,
    createdAt: at,
    updatedAt: at,
    endedAt: null,
    ...values,
  }) as ShownJob;
const ids = (jobs: readonly ShownJob[]): string[] => jobs.map(({ id }) => id);

test('a newer version takes the place of an older one, and no other way round', () => {
  const jobs = withJob(none, job('a', { version: 3 }));
  expect(withJob(jobs, job('a', { version: 2 }))).toBe(jobs);
  expect(withJob(jobs, job('a', { version: 4, state: 'done' })).get('a')).toMatchObject({ state: 'done' });
  expect(withJob(jobs, job('p', { type: 'make-previews' }))).toBe(jobs);
});

test('what a fresh list does not have is gone, and what was seen to end stays a while', () => {
  const jobs = [job('gone'), job('done', { state: 'done', endedAt: at }), job('runs')].reduce(withJob, none);
  const listed = withListed(jobs, [job('runs', { version: 2 }), job('new')]);
  expect([...listed.keys()].toSorted()).toEqual(['done', 'new', 'runs']);
  expect(withoutOld(listed, Date.parse(at) + 30_000)).toBe(listed);
  expect([...withoutOld(listed, Date.parse(at) + 61_000).keys()].toSorted()).toEqual(['new', 'runs']);
});

test('the wall shows what runs, then what has just ended, then what was begun and waits', () => {
  const progress = { stage: 'score', mediaSeconds: 1, totalSeconds: 2, timesRealTime: 1, secondsLeft: 1 };
  const jobs = [
    job('queued', { state: 'queued' }),
    job('paused', { state: 'queued', paused: true }),
    job('given-back', { state: 'queued', progress }),
    job('failed', { state: 'failed' }),
    job('late', { createdAt: '2026-11-23T12:00:01.000Z' }),
    job('early'),
  ].reduce(withJob, none);
  const { tiles, waiting } = wallOrder(jobs);
  expect(ids(tiles)).toEqual(['early', 'late', 'failed', 'paused', 'given-back']);
  expect(waiting).toBe(1);
});

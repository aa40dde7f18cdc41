import type { ShownJob } from '@vigil/contracts';

/** So long an analysis that has ended stays on the wall, milliseconds. */
const endedShownMs = 60_000;

/** Analyses on the wall, by the id of their job. */
export type LiveJobs = ReadonlyMap<string, ShownJob>;

/** Takes a job that the feed or a list tells of; an older version changes nothing. */
export function withJob(jobs: LiveJobs, job: ShownJob): LiveJobs {
  if (job.type !== 'analyse-video') return jobs;
  const known = jobs.get(job.id);
  if (known !== undefined && known.version >= job.version) return jobs;
  return new Map(jobs).set(job.id, job);
}

/** Takes what waits and runs by a list that was just read; what the list does not have has ended unseen. */
export function withListed(jobs: LiveJobs, listed: readonly ShownJob[]): LiveJobs {
  const ids = new Set(listed.map(({ id }) => id));
  const kept = new Map([...jobs].filter(([id, job]) => ids.has(id) || hasEnded(job)));
  return listed.reduce<LiveJobs>(withJob, kept);
}

/** Leaves out what ended some time ago. The same map where nothing did. */
export function withoutOld(jobs: LiveJobs, nowMs: number): LiveJobs {
  const isOld = (job: ShownJob): boolean => hasEnded(job) && nowMs - Date.parse(job.endedAt ?? job.updatedAt) > endedShownMs;
  const kept = [...jobs].filter(([, job]) => !isOld(job));
  return kept.length === jobs.size ? jobs : new Map(kept);
}

/** Jobs in the order of the wall: those at work, then those that have just ended, then those that were begun and wait; the rest is counted. */
export function wallOrder(jobs: LiveJobs): { readonly tiles: readonly ShownJob[]; readonly waiting: number } {
  const all = [...jobs.values()].toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  const running = all.filter(({ state }) => state === 'leased');
  const ended = all.filter(hasEnded);
  const held = all.filter((job) => job.state === 'queued' && (job.paused || job.progress !== null));
  return { tiles: [...running, ...ended, ...held], waiting: all.length - running.length - ended.length - held.length };
}

/** Whether nothing more comes of a job. */
export function hasEnded({ state }: Pick<ShownJob, 'state'>): boolean {
  return state !== 'queued' && state !== 'leased';
}

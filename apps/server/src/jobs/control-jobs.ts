import type { Job } from '@vigil/contracts';
import { hasEnded, settleJob } from './settle-job.ts';
import { shownJob } from './shown-job.ts';
import type { JobContext } from './job-context.ts';

/**
 * Cancels a job: a queued one at once, a running one as soon as its worker hears of it, within a second or so.
 *
 * @throws VigilError `not-found`, `conflict` where it has ended
 */
export async function cancelJob({ store }: JobContext, id: string, reason: string): Promise<Job> {
  const job = await store.jobs.cancel(id, reason);
  if (hasEnded(job)) await settleJob(store, job);
  else await store.events.append([{ topic: 'job', type: 'update', record: shownJob(job) }]);
  return job;
}

/**
 * Pauses a job, or lets it go on. A running one is checkpointed and given back; it goes on from there.
 *
 * @throws VigilError `not-found`, `conflict` where it has ended
 */
export async function setJobPaused({ store }: JobContext, id: string, paused: boolean): Promise<Job> {
  const job = await store.jobs.setPaused(id, paused);
  await store.events.append([{ topic: 'job', type: 'update', record: shownJob(job) }]);
  return job;
}

/**
 * Lets a job go before others or after them; higher goes first.
 *
 * @throws VigilError `not-found`, `conflict` where it has ended
 */
export async function setJobPriority({ store }: JobContext, id: string, priority: number): Promise<Job> {
  const job = await store.jobs.setPriority(id, priority);
  await store.events.append([{ topic: 'job', type: 'update', record: shownJob(job) }]);
  return job;
}

/**
 * Queues a failed or cancelled job anew.
 *
 * @throws VigilError `not-found`, `conflict` in another state
 */
export async function requeueJob({ store }: JobContext, id: string): Promise<Job> {
  const job = await store.jobs.requeue(id);
  await settleJob(store, job);
  return job;
}

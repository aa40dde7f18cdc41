import type { JobQueue, JobRequest, LeasedJob } from '../port/job-queue.ts';
import type { Store } from '../port/store.ts';

/** A worker that takes the jobs of {@link jobRequest}. */
export const worker = { worker: 'worker one', types: ['analyse-video', 'apply-retention'] } as const;

/** A job of its own idempotency key. */
export function jobRequest(id: string, changes: Partial<JobRequest> = {}): JobRequest {
  return {
    id,
    payload: { type: 'analyse-video', videoId: 'video', analysisId: 'analysis' },
    fairnessKey: 'somebody',
    idempotencyKey: `key of ${id}`,
    subjectId: 'video',
    ...changes,
  };
}

/** Queues jobs of three keys. @returns Their ids */
export async function enqueueMany({ jobs }: Store, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, index) => `job-${index}`);
  for (const [index, id] of ids.entries()) await jobs.enqueue(jobRequest(id, { fairnessKey: `key ${index % 3}` }));
  return ids;
}

/** Leases a job. @throws Error where none is due */
export async function leaseOne(jobs: JobQueue, leaseMs: number): Promise<LeasedJob> {
  const leased = await jobs.lease({ ...worker, leaseMs });
  if (leased === null) throw new Error('No job was due.');
  return leased;
}

/** Leases until nothing is due. @returns Ids in the order of the leases */
export async function takeOrder(jobs: JobQueue): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    const leased = await jobs.lease({ ...worker, leaseMs: 600_000 });
    if (leased === null) return ids;
    ids.push(leased.job.id);
  }
}

import type { Job, JobPayload } from '@vigil/contracts';
import { jobCatalogue } from './job-catalogue.ts';
import type { JobContext } from './job-context.ts';
import { recordIdOf } from './record-id.ts';
import { shownJob } from './shown-job.ts';

/** What a submission says about its job. */
export interface JobSubmission {
  readonly payload: JobPayload;
  /** Two submissions with the same key are one job. */
  readonly idempotencyKey: string;
  readonly fairnessKey: string;
  readonly subjectId: string | null;
  /** 0 where left out. */
  readonly priority?: number | undefined;
}

/** The id that the job of a key has, known before it is queued. */
export function jobIdOf(idempotencyKey: string): string {
  return recordIdOf(`job ${idempotencyKey}`);
}

/** Queues a job as its type's entry of the catalogue says, and tells the feed of it. */
export async function enqueueJob(
  { store }: JobContext,
  submission: JobSubmission,
): Promise<{ readonly job: Job; readonly added: boolean }> {
  const { payload, idempotencyKey, fairnessKey, subjectId, priority } = submission;
  const { maxAttempts } = jobCatalogue[payload.type];
  const id = jobIdOf(idempotencyKey);
  const queued = await store.jobs.enqueue({ id, payload, idempotencyKey, fairnessKey, subjectId, priority, maxAttempts });
  if (queued.added) await store.events.append([{ topic: 'job', type: 'new', record: shownJob(queued.job) }]);
  return queued;
}

import type { Job } from '@vigil/contracts';
import { enqueueJob } from './enqueue-job.ts';
import type { JobContext } from './job-context.ts';
import { newRecordId } from './record-id.ts';

/** Queues building a model into the cache, before whatever waits: somebody looks on. */
export async function submitModelBuild(
  context: JobContext,
  { model, requestedBy }: { readonly model: string; readonly requestedBy: string },
): Promise<Job> {
  const { job } = await enqueueJob(context, {
    payload: { type: 'build-model', model },
    idempotencyKey: `model ${model} ${newRecordId(context.clock)}`,
    fairnessKey: `user:${requestedBy}`,
    subjectId: model,
    priority: 10,
  });
  return job;
}

import type { Job, Video } from '@vigil/contracts';
import { enqueueJob } from './enqueue-job.ts';
import type { JobContext } from './job-context.ts';
import { requireReadable } from './submit-analysis.ts';

const hourMs = 3_600_000;

/**
 * Queues making the poster and the sprite of a video; those of the same content share the files.
 *
 * @throws VigilError `gone`, `not-media`
 */
export async function submitPreviews(
  context: JobContext,
  { video }: { readonly video: Video },
): Promise<{ readonly job: Job; readonly added: boolean }> {
  requireReadable(video);
  return await enqueueJob(context, {
    payload: { type: 'make-previews', videoId: video.id },
    idempotencyKey: `previews ${video.id}`,
    fairnessKey: 'previews',
    subjectId: video.id,
  });
}

/** Queues applying the retention; once an hour however many ask. */
export async function submitRetention(context: JobContext): Promise<{ readonly job: Job; readonly added: boolean }> {
  return await enqueueJob(context, {
    payload: { type: 'apply-retention' },
    idempotencyKey: `retention ${Math.floor(context.clock() / hourMs)}`,
    fairnessKey: 'upkeep',
    subjectId: null,
  });
}

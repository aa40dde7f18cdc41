import { type Job, largestPage } from '@vigil/contracts';
import type { ServerContext } from '../server-context.ts';

const unended = ['queued', 'leased'] as const;

/** Jobs that have not ended and need the original of a video: those about it, and learning from it. At most the first 200 of each sort. */
export async function jobsOnVideo({ store }: ServerContext, videoId: string): Promise<Job[]> {
  const pages = await Promise.all(
    unended.flatMap((state) => [
      store.jobs.list({ limit: largestPage, filter: { state, subjectId: videoId } }),
      store.jobs.list({ limit: largestPage, filter: { state, type: 'learn-profile' } }),
    ]),
  );
  const jobs = pages.flatMap((page) => page.items).filter((job) => job.subjectId === videoId || learnsFrom(job, videoId));
  return [...new Map(jobs.map((job) => [job.id, job])).values()];
}

function learnsFrom({ payload }: Job, videoId: string): boolean {
  return payload.type === 'learn-profile' && payload.footage.some((piece) => piece.videoId === videoId);
}

import { join } from 'node:path';
import { type Job, type JobPayload, type JobType, type Video, VigilError } from '@vigil/contracts';
import { originalKey } from '@vigil/media-store';
import { requireReadable } from '../../jobs/submit-analysis.ts';
import type { HeldLease } from '../lease/held-lease.ts';
import type { FeatureCache } from '../work-folder/feature-cache.ts';
import type { WorkerContext, WorkerTimes } from '../worker-context.ts';

/** What running a job is given. */
export interface JobRun {
  readonly context: WorkerContext;
  readonly times: WorkerTimes;
  readonly lease: HeldLease;
  readonly job: Job;
  /** Folder of this attempt, with what earlier ones left. */
  readonly workFolder: string;
  readonly features: FeatureCache;
}

/**
 * What running a job of a type is given. Every step of it may have been done by an attempt that was cut off, so each is one that can
 * be done again.
 */
export interface JobRunOf<Type extends JobType> extends JobRun {
  readonly payload: Extract<JobPayload, { type: Type }>;
}

/** Path of a video's original, and what people call it. */
export async function originalOf({ media }: WorkerContext, video: Video): Promise<{ path: string; name: string }> {
  requireReadable(video);
  return { path: await media.pathOf(originalKey(video.sha256)), name: video.name };
}

/** A video that a job is about. @throws VigilError `not-found` */
export async function requireVideo({ store }: WorkerContext, videoId: string): Promise<Video> {
  const video = await store.videos.get(videoId);
  if (video === null) throw new VigilError('not-found', `The video ${videoId} was removed`, { videoId });
  return video;
}

/** Where extraction of a run works. */
export function extractionFolder({ workFolder }: Pick<JobRun, 'workFolder'>): string {
  return join(workFolder, 'extraction');
}

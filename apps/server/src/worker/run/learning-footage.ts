import { join } from 'node:path';
import { originalKey } from '@vigil/media-store';
import { workName } from '@vigil/pipeline';
import type { NormalFootage } from '../../jobs/submit-learning.ts';
import type { TaskFootage } from '../child/messages.ts';
import { extractionFolder, type JobRun, originalOf, requireVideo } from './job-run.ts';

/** Footage as a process reads it, with the features that are kept of it put where the process looks for them. */
export async function learningFootage(
  run: Pick<JobRun, 'context' | 'features' | 'workFolder'>,
  footage: readonly NormalFootage[],
): Promise<TaskFootage[]> {
  const { context, features } = run;
  const files: TaskFootage[] = [];
  for (const { videoId, startSeconds, endSeconds } of footage) {
    const video = await requireVideo(context, videoId);
    const file = await originalOf(context, video);
    await features.lend(video.sha256, join(extractionFolder(run), workName(file.path)));
    const range = startSeconds === null && endSeconds === null ? null : { startSeconds, endSeconds };
    files.push({ ...file, videoId, range });
  }
  return files;
}

/** Keeps the features of videos that a job has looked at, for the next one. Without them it takes longer, so nothing of this fails. */
export async function keepFootage(
  run: Pick<JobRun, 'context' | 'features' | 'workFolder'>,
  videoIds: readonly string[],
): Promise<void> {
  const { context, features } = run;
  for (const videoId of new Set(videoIds)) {
    const video = await context.store.videos.get(videoId).catch(() => null);
    const path = video === null ? null : await context.media.pathOf(originalKey(video.sha256)).catch(() => null);
    if (video !== null && path !== null) await features.keep(video.sha256, join(extractionFolder(run), workName(path)));
  }
}

/** A stretch of time in words. */
export function footageText({ name, range }: TaskFootage): string {
  if (range === null) return name;
  const [start, end] = [range.startSeconds?.toFixed(1) ?? 'the start', range.endSeconds?.toFixed(1) ?? 'the end'];
  return `${name} from ${start} to ${end}${range.endSeconds === null ? '' : ' s'}`;
}

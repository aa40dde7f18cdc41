import { join } from 'node:path';
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

/** A stretch of time in words. */
export function footageText({ name, range }: TaskFootage): string {
  if (range === null) return name;
  const [start, end] = [range.startSeconds?.toFixed(1) ?? 'the start', range.endSeconds?.toFixed(1) ?? 'the end'];
  return `${name} from ${start} to ${end}${range.endSeconds === null ? '' : ' s'}`;
}

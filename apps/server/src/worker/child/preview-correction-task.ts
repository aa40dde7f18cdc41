import { join } from 'node:path';
import type { NormalityProfile } from '@vigil/detection';
import { extractSource, learnProfile, scoreFeatures, workName } from '@vigil/pipeline';
import type { CorrectedVideo, PreviewCorrectionTask, RaisedSpan, TaskAnswers } from './messages.ts';
import { readProfile, type TaskContext } from './task-context.ts';

/** Extends a copy of a profile and scores videos with both; the profile itself is left as it is. */
export async function runPreviewCorrectionTask(
  task: PreviewCorrectionTask,
  context: TaskContext,
): Promise<TaskAnswers['preview-correction']> {
  const profile = await readProfile(task.profilePath);
  const extended = await learnProfile({
    name: profile.name,
    files: task.footage.map(({ path }) => path),
    names: task.footage.map(({ name }) => name),
    ids: task.footage.map(({ videoId }) => videoId),
    ranges: task.footage.map(({ range }) => range),
    previous: profile,
    senses: context.senses,
    workFolder: task.workFolder,
    pause: context.pause,
    onProgress: context.onProgress,
  });
  const answers: { before: RaisedSpan[]; after: RaisedSpan[] }[] = [];
  for (const video of task.videos) {
    const workFolder = join(task.workFolder, workName(video.file.path));
    const features = await extractSource({
      file: video.file.path,
      name: video.file.name,
      senses: context.senses,
      workFolder,
      pause: context.pause,
      onProgress: context.onProgress,
    });
    const raised = async (measure: NormalityProfile): Promise<RaisedSpan[]> =>
      await raisedSpans(features, measure, video, context);
    answers.push({ before: await raised(profile), after: await raised(extended) });
  }
  return answers;
}

async function raisedSpans(
  features: Awaited<ReturnType<typeof extractSource>>,
  profile: NormalityProfile,
  { file, sourceId, budgetIncidentsPerDay }: CorrectedVideo,
  { senses, pause }: TaskContext,
): Promise<RaisedSpan[]> {
  const scored = await scoreFeatures({
    features,
    file: file.path,
    sourceId,
    profile,
    budgetIncidentsPerDay,
    senses,
    signal: pause,
  });
  return scored.incidents.map(({ startSeconds, endSeconds }) => ({ startSeconds, endSeconds }));
}

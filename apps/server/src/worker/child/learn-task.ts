import { writeFile } from 'node:fs/promises';
import { encodeProfile, learnProfile, profileVersion, writeFailure } from '@vigil/pipeline';
import type { LearnTask, TaskAnswers } from './messages.ts';
import { readProfile, type TaskContext } from './task-context.ts';

/** Learns or extends a profile and writes its file. */
export async function runLearnTask(task: LearnTask, context: TaskContext): Promise<TaskAnswers['learn']> {
  const profile = await learnProfile({
    name: task.name,
    files: task.footage.map(({ path }) => path),
    names: task.footage.map(({ name }) => name),
    ids: task.footage.map(({ videoId }) => videoId),
    ranges: task.footage.map(({ range }) => range),
    previous: task.previousPath === null ? null : await readProfile(task.previousPath),
    senses: context.senses,
    workFolder: task.workFolder,
    pause: context.pause,
    onProgress: context.onProgress,
  });
  try {
    await writeFile(task.outputPath, encodeProfile(profile), { flush: true });
  } catch (cause) {
    throw writeFailure(task.outputPath, cause);
  }
  const { sources, calibrationSeconds } = profile;
  return { profileVersion: profileVersion(profile), sources: [...sources], calibrationSeconds };
}

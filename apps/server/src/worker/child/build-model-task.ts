import { VigilError } from '@vigil/contracts';
import { installModel } from '@vigil/models';
import { findModelRecipe } from '../../models/model-recipes.ts';
import type { BuildModelTask, ProcessFacts, TaskAnswers } from './messages.ts';

/** Builds a model into the cache, without loading any. @throws VigilError `model-unavailable`, `model-invalid`, `disk-full`, `not-writable` */
export async function runBuildModelTask(
  { model }: BuildModelTask,
  { modelCacheFolder }: Pick<ProcessFacts, 'modelCacheFolder'>,
): Promise<TaskAnswers['build-model']> {
  const recipe = findModelRecipe(model);
  if (recipe === undefined)
    throw new VigilError('model-unavailable', `There is no model ${model} that could be built`, { model });
  const { version } = await installModel(recipe, modelCacheFolder);
  return { version };
}

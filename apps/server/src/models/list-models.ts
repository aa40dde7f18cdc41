import type { Model } from '@vigil/contracts';
import {
  type ModelRecipe,
  modelStatus,
  objectDetectorRecipe,
  poseDetectionRecipe,
  poseLandmarkRecipes,
  poseVariants,
  sileroVadRecipe,
} from '@vigil/models';
import type { Configuration } from '../configuration/configuration.ts';

type Told = Pick<Model, 'name' | 'purpose' | 'used'>;

/** Models that are part of the plan of the senses, and that no code here runs. */
const notRun: readonly Pick<Model, 'id' | 'name' | 'purpose'>[] = [
  { id: 'clip', name: 'CLIP', purpose: 'Compares pictures with sentences, for rules in plain language and for search.' },
  { id: 'blip', name: 'BLIP', purpose: 'Says in a sentence what a picture shows.' },
  { id: 'whisper', name: 'Whisper', purpose: 'Writes down what is said.' },
];

/** Every model with what is really there: looks at the cache and the installed packages, builds and fetches nothing. */
export async function listModels({
  modelCacheFolder,
  poseModel,
}: Pick<Configuration, 'modelCacheFolder' | 'poseModel'>): Promise<Model[]> {
  const landmarks = poseVariants.map((variant): [ModelRecipe, Told] => [
    poseLandmarkRecipes[variant],
    { name: `BlazePose landmarks, ${variant}`, purpose: 'Finds 33 points of a body.', used: variant === poseModel },
  ]);
  const recipes: [ModelRecipe, Told][] = [
    [objectDetectorRecipe, { name: 'SSD MobileNetV2', purpose: 'Finds people and things, and how they look.', used: true }],
    [poseDetectionRecipe, { name: 'BlazePose detector', purpose: 'Finds where in the picture a body is.', used: true }],
    ...landmarks,
    [sileroVadRecipe, { name: 'Silero VAD', purpose: 'Tells speech from other sound.', used: true }],
  ];
  const run = await Promise.all(recipes.map(([recipe, told]) => statusOf(recipe, told, modelCacheFolder)));
  const absent = notRun.map((model) => ({
    ...model,
    state: 'unavailable' as const,
    used: false,
    ...nothingKnown,
    reason: `This release has no code that runs ${model.name}`,
  }));
  return [...run, ...absent];
}

const nothingKnown = { version: null, sizeBytes: null, licence: null, reason: null, howToInstall: null };

async function statusOf(recipe: ModelRecipe, told: Told, cacheFolder: string): Promise<Model> {
  const { packageName, licence } = recipe.source;
  const status = await modelStatus(recipe, cacheFolder);
  const model = { ...nothingKnown, id: recipe.name, ...told, state: status.state };
  switch (status.state) {
    case 'installed':
      return { ...model, version: status.version, sizeBytes: status.sizeBytes, licence };
    case 'buildable':
      return { ...model, version: status.version, licence };
    case 'unavailable':
      return { ...model, used: false, reason: status.reason, howToInstall: `npm install ${packageName}` };
  }
}

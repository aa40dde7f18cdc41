import { InferencePool } from '@vigil/models';
import { type LoadedModels, loadSenses, type Senses } from '@vigil/pipeline';

/** The models of a run, with the threads that they run in. */
export class LoadedSenses implements AsyncDisposable {
  readonly senses: Senses;
  readonly #models: LoadedModels;
  readonly #pool: InferencePool;

  private constructor(pool: InferencePool, models: LoadedModels) {
    this.#pool = pool;
    this.#models = models;
    this.senses = models;
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
      return new LoadedSenses(pool, await loadSenses({ pool, modelCacheFolder, versions }));
    } catch (error) {
      await pool[Symbol.asyncDispose]();
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#models[Symbol.asyncDispose]();
    await this.#pool[Symbol.asyncDispose]();
  }
}

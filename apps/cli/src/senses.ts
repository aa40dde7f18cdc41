import { VigilError } from '@vigil/contracts';
import { InferencePool, poseVariants } from '@vigil/models';
import { type LoadedModels, loadSenses, type Senses } from '@vigil/pipeline';
import type { CommandContext } from './command-context.ts';

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
   * @throws VigilError `bad-request` for a pose model that there is not, `model-invalid`, `disk-full`, `not-writable`, `memory-budget-exceeded`
   */
  static async load({ configuration, version }: CommandContext): Promise<LoadedSenses> {
    const { modelCacheFolder, poseModel } = configuration;
    const poseVariant = poseVariants.find((name) => name === poseModel);
    if (!poseVariant)
      throw new VigilError('bad-request', `POSE_MODEL is one of ${poseVariants.join(', ')}, not ${poseModel}`, { poseModel });
    const pool = new InferencePool();
    try {
      return new LoadedSenses(pool, await loadSenses({ pool, modelCacheFolder, poseVariant, versions: { vigil: version } }));
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

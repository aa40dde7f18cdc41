import type { InstalledModel } from '../cache/install-model.ts';
import type { InferencePool } from '../runtime/inference-pool.ts';
import { OnnxVoiceStream } from './onnx-voice-stream.ts';
import type { VoiceActivity, VoiceStream } from './voice-activity.ts';

/** Silero VAD on ONNX Runtime. It shares the pool with other models and does not dispose of it. */
export class OnnxVoiceActivity implements VoiceActivity, AsyncDisposable {
  readonly version: string;
  readonly #pool: InferencePool;
  readonly #modelId: string;

  private constructor(pool: InferencePool, model: InstalledModel) {
    this.#pool = pool;
    this.#modelId = `${model.name}@${model.version}`;
    this.version = model.version;
  }

  /**
   * Puts the installed model into the pool.
   *
   * @throws VigilError `model-unavailable`, `memory-budget-exceeded`
   */
  static async create(pool: InferencePool, model: InstalledModel): Promise<OnnxVoiceActivity> {
    const voice = new OnnxVoiceActivity(pool, model);
    await pool.addModel({ id: voice.#modelId, path: model.path });
    return voice;
  }

  /** Begins to listen; see {@link VoiceActivity.open}. */
  open(signal?: AbortSignal): VoiceStream {
    return new OnnxVoiceStream(this.#pool, this.#modelId, signal);
  }

  /** Takes the model out of the pool. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#pool.removeModel(this.#modelId);
  }
}

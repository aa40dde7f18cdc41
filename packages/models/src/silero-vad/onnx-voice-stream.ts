import { VigilError } from '@vigil/contracts';
import type { InferencePool } from '../runtime/inference-pool.ts';
import type { NamedTensors } from '../runtime/inference-tensor.ts';
import { contextSamples, stateLength, windowsPerRun } from './silero-graph.ts';
import { type VoiceStream, voiceWindowSamples } from './voice-activity.ts';

const samplesPerRun = windowsPerRun * voiceWindowSamples;
const rowSamples = contextSamples + voiceWindowSamples;

/** One stretch of sound on its way through the model, a second a run; the state of the network goes from run to run. */
export class OnnxVoiceStream implements VoiceStream {
  readonly #pool: InferencePool;
  readonly #modelId: string;
  readonly #signal: AbortSignal | undefined;
  /** The context of the next window, then the samples that wait. */
  readonly #samples = new Float32Array(contextSamples + samplesPerRun);
  #waiting = 0;
  #hidden = new Float32Array(stateLength);
  #cell = new Float32Array(stateLength);

  constructor(pool: InferencePool, modelId: string, signal: AbortSignal | undefined) {
    this.#pool = pool;
    this.#modelId = modelId;
    this.#signal = signal;
  }

  /** Takes the next samples; see {@link VoiceStream.push}. */
  async push(samples: Float32Array): Promise<Float32Array> {
    const probabilities: number[] = [];
    for (let offset = 0; offset < samples.length;) {
      const part = samples.subarray(offset, offset + samplesPerRun - this.#waiting);
      this.#samples.set(part, contextSamples + this.#waiting);
      this.#waiting += part.length;
      offset += part.length;
      if (this.#waiting === samplesPerRun) probabilities.push(...(await this.#run()));
    }
    return Float32Array.from(probabilities);
  }

  /** Judges what waits; see {@link VoiceStream.end}. */
  async end(): Promise<Float32Array> {
    const windows = Math.ceil(this.#waiting / voiceWindowSamples);
    if (windows === 0) return new Float32Array(0);
    this.#samples.fill(0, contextSamples + this.#waiting);
    return (await this.#run()).subarray(0, windows);
  }

  async #run(): Promise<Float32Array> {
    const shape = [1, 1, stateLength];
    const inputs = { windows: this.#rows(), hidden: { data: this.#hidden, shape }, cell: { data: this.#cell, shape } };
    const answers = await this.#pool.run(this.#modelId, inputs, this.#signal ? { signal: this.#signal } : {});
    this.#hidden = floats(answers, 'hiddenAfter');
    this.#cell = floats(answers, 'cellAfter');
    this.#samples.copyWithin(0, samplesPerRun);
    this.#waiting = 0;
    return floats(answers, 'speech');
  }

  #rows(): { data: Float32Array<ArrayBuffer>; shape: number[] } {
    const data = new Float32Array(windowsPerRun * rowSamples);
    for (let window = 0; window < windowsPerRun; window += 1) {
      const start = window * voiceWindowSamples;
      data.set(this.#samples.subarray(start, start + rowSamples), window * rowSamples);
    }
    return { data, shape: [windowsPerRun, rowSamples] };
  }
}

function floats(answers: NamedTensors, name: string): Float32Array<ArrayBuffer> {
  const tensor = answers[name];
  if (!(tensor?.data instanceof Float32Array)) {
    throw new VigilError('inference-failed', `The speech model gave no float32 output ${name}`);
  }
  return tensor.data;
}

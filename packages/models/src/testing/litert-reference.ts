import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { LiteRtRequest } from './litert-worker.ts';

/** What LiteRT computed, its outputs in the order of the file, and how long it took without loading. */
export interface LiteRtResult {
  readonly outputs: readonly { readonly data: Float32Array; readonly shape: readonly number[] }[];
  readonly durationMs: number;
}

/** A tflite model on LiteRT's WebAssembly runtime in a thread of its own: the reference that converted models are compared with. */
export class LiteRtReference implements AsyncDisposable {
  readonly #worker: Worker;
  /** Names of the outputs in the order of the results. */
  readonly outputNames: readonly string[];

  private constructor(worker: Worker, outputNames: readonly string[]) {
    this.#worker = worker;
    this.outputNames = outputNames;
  }

  /** Loads a model from the bytes of its tflite file. */
  static async load(bytes: Uint8Array): Promise<LiteRtReference> {
    const worker = new Worker(new URL('./litert-worker.ts', import.meta.url), { stdout: true, stderr: true });
    const { names } = (await ask(worker, { kind: 'load', bytes })) as { names: string[] };
    return new LiteRtReference(worker, names);
  }

  /** Runs the model on one float32 input. */
  async run(input: Float32Array, shape: readonly number[]): Promise<LiteRtResult> {
    return (await ask(this.#worker, { kind: 'run', input, shape })) as LiteRtResult;
  }

  /** Ends the thread. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker.terminate();
  }
}

async function ask(worker: Worker, request: LiteRtRequest): Promise<unknown> {
  const reply = once(worker, 'message');
  worker.postMessage(request);
  return (await reply)[0];
}

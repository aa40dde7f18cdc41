import { Worker } from 'node:worker_threads';
import { VigilError } from '@vigil/contracts';
import { type NamedTensors, transferable } from './inference-tensor.ts';
import { keepRuntimeSilent } from './without-telemetry.ts';
import type { WorkerReply, WorkerRequest } from './worker-messages.ts';

interface RunningJob {
  readonly modelId: string;
  readonly resolve: (outputs: NamedTensors) => void;
  readonly reject: (error: VigilError) => void;
}

/** One seat of the pool: a thread that is started with its first job and again after it died. */
export class PoolWorker {
  readonly #script: URL;
  #thread: Worker | undefined;
  #job: RunningJob | undefined;
  #loaded = new Set<string>();
  #closing = false;

  /** @param script - what the thread runs */
  constructor(script: URL) {
    this.#script = script;
  }

  /** True while a job runs. */
  get busy(): boolean {
    return this.#job !== undefined;
  }

  /** True where the thread was given this model before, so that it need not be loaded. */
  hasLoaded(modelId: string): boolean {
    return this.#loaded.has(modelId);
  }

  /**
   * Runs a model. The worker must not be busy. The buffers of the inputs move to the thread.
   *
   * @throws VigilError `inference-failed` where the model cannot be loaded, does not run, or the thread dies
   */
  run(modelId: string, modelPath: string, inputs: NamedTensors, outputs: readonly string[] | undefined): Promise<NamedTensors> {
    const { promise, resolve, reject } = Promise.withResolvers<NamedTensors>();
    this.#job = { modelId, resolve, reject };
    this.#loaded.add(modelId);
    const thread = (this.#thread ??= this.#start());
    thread.ref();
    try {
      const { tensors, buffers } = transferable(inputs);
      this.#send(thread, { kind: 'run', modelId, modelPath, inputs: tensors, outputs }, buffers);
    } catch (error) {
      this.#fail(`The inputs of model ${modelId} cannot be handed to its thread; were they given to a run before?`, {}, error);
    }
    return promise;
  }

  /** Frees what the thread holds of a model. */
  release(modelId: string): void {
    if (this.#thread !== undefined && this.#loaded.delete(modelId)) this.#send(this.#thread, { kind: 'release', modelId });
  }

  /** Frees all that the thread holds and ends it, once the job that it runs is done. */
  async close(): Promise<void> {
    const thread = this.#thread;
    if (thread === undefined) return;
    const exited = new Promise((resolve) => thread.once('exit', resolve));
    this.#closing = true;
    thread.ref();
    this.#send(thread, { kind: 'close' });
    await exited;
    this.#closing = false;
  }

  #send(thread: Worker, request: WorkerRequest, buffers: ArrayBuffer[] = []): void {
    thread.postMessage(request, buffers);
  }

  #start(): Worker {
    keepRuntimeSilent();
    const thread = new Worker(this.#script);
    let cause: unknown;
    thread.on('message', (reply: WorkerReply) => this.#finish(reply));
    thread.on('error', (error) => {
      cause = error;
    });
    thread.on('exit', (exitCode) => {
      this.#thread = undefined;
      this.#loaded = new Set();
      const reason = cause instanceof Error ? cause.message : `exit code ${exitCode}`;
      this.#fail(
        `The thread that ran model ${this.#job?.modelId} died (${reason}); the next job starts a new one`,
        { exitCode },
        cause,
      );
    });
    return thread;
  }

  /** An idle thread must not keep the process alive; one that is waited for must. */
  #rest(): void {
    if (!this.#closing) this.#thread?.unref();
  }

  #finish(reply: WorkerReply): void {
    if (reply.kind === 'failed') return this.#fail(`Model ${this.#job?.modelId} failed: ${reply.message}`, {}, undefined);
    const job = this.#job;
    this.#job = undefined;
    this.#rest();
    if (job === undefined) return;
    job.resolve(reply.outputs);
  }

  #fail(message: string, facts: Record<string, unknown>, cause: unknown): void {
    const job = this.#job;
    this.#job = undefined;
    this.#rest();
    job?.reject(new VigilError('inference-failed', message, { modelId: job.modelId, ...facts }, cause));
  }
}

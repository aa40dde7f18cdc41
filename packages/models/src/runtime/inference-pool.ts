import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { VigilError } from '@vigil/contracts';
import type { NamedTensors } from './inference-tensor.ts';
import { cancelled, JobQueue } from './job-queue.ts';
import { PoolWorker } from './pool-worker.ts';

/** A model that the pool may run. */
export interface PoolModel {
  readonly id: string;
  /** Path of its ONNX file. */
  readonly path: string;
}

/** Settings of an {@link InferencePool}. */
export interface InferencePoolOptions {
  /** Number of worker threads, at least 1; the number of cores that the process may use where absent. */
  readonly workers?: number;
  /** How many runs wait with their inputs in memory; twice the workers where absent. */
  readonly queueLimit?: number;
  /** Limit of the sum over models of file bytes × workers, since each worker holds its own weights; 2 GiB where absent. */
  readonly memoryBudgetBytes?: number;
  /** What a worker thread runs; the inference worker where absent. */
  readonly workerScript?: URL;
}

/** Settings of one run. */
export interface RunOptions {
  /** Outputs to hand back; all where absent. */
  readonly outputs?: readonly string[];
  /** Calls the run off: a waiting run is dropped, the result of a running one is thrown away. */
  readonly signal?: AbortSignal;
}

/**
 * Runs ONNX models in worker threads, one thread a worker. Threads are started and models loaded with the first run that needs them;
 * a thread that dies fails its run and is replaced. The same input gives the same bits whatever the number of workers.
 */
export class InferencePool implements AsyncDisposable {
  readonly #workers: readonly PoolWorker[];
  readonly #queue: JobQueue;
  readonly #memoryBudgetBytes: number;
  readonly #models = new Map<string, { path: string; sizeBytes: number }>();
  #disposed = false;

  constructor(options: InferencePoolOptions = {}) {
    const workerCount = options.workers ?? availableParallelism();
    const script = options.workerScript ?? new URL('./inference-worker.ts', import.meta.url);
    if (!Number.isInteger(workerCount) || workerCount < 1)
      throw new VigilError('bad-request', `The pool needs at least 1 worker, not ${workerCount}`);
    this.#workers = Array.from({ length: workerCount }, () => new PoolWorker(script));
    this.#queue = new JobQueue(Math.max(1, options.queueLimit ?? 2 * workerCount));
    this.#memoryBudgetBytes = options.memoryBudgetBytes ?? 2 ** 31;
  }

  /** Number of worker threads at most. */
  get workerCount(): number {
    return this.#workers.length;
  }

  /**
   * Makes a model known. It is loaded by a worker when its first run comes.
   *
   * @throws VigilError `model-unavailable` where there is no such file, `memory-budget-exceeded` where it does not fit beside the others
   */
  async addModel(model: PoolModel): Promise<void> {
    const sizeBytes = await stat(model.path).then(
      ({ size }) => size,
      (error: unknown) => {
        throw new VigilError(
          'model-unavailable',
          `The file ${model.path} of model ${model.id} cannot be read; install the model again`,
          {},
          error,
        );
      },
    );
    const known = this.#models.get(model.id);
    if (known?.path === model.path) return;
    if (known !== undefined) this.removeModel(model.id);
    const usedBytes = [...this.#models.values()].reduce((sum, other) => sum + other.sizeBytes, 0);
    const neededBytes = (usedBytes + sizeBytes) * this.#workers.length;
    if (neededBytes > this.#memoryBudgetBytes) {
      throw new VigilError(
        'memory-budget-exceeded',
        `Model ${model.id} does not fit: ${this.#workers.length} workers would hold ${neededBytes} bytes of weights and the budget is ${this.#memoryBudgetBytes}; use fewer workers or raise the budget`,
        { neededBytes, memoryBudgetBytes: this.#memoryBudgetBytes, workers: this.#workers.length },
      );
    }
    this.#models.set(model.id, { path: model.path, sizeBytes });
  }

  /** Frees a model in every worker; runs of it that still wait fail. */
  removeModel(modelId: string): void {
    if (this.#models.delete(modelId)) for (const worker of this.#workers) worker.release(modelId);
  }

  /**
   * Runs a model. The promise settles when the result is there: who awaits it never outruns the workers. Given a function, the pool makes the inputs
   * only when there is room for them.
   *
   * @param inputs - tensors by input name; their buffers move to a worker and are empty afterwards
   * @throws VigilError `model-unavailable` for a model that was not added, `cancelled`, `inference-failed`
   */
  run(modelId: string, inputs: NamedTensors | (() => NamedTensors), options: RunOptions = {}): Promise<NamedTensors> {
    if (this.#disposed) return Promise.reject(cancelled());
    const { promise, resolve, reject } = Promise.withResolvers<NamedTensors>();
    this.#queue.push({
      modelId,
      prepare: typeof inputs === 'function' ? inputs : () => inputs,
      outputs: options.outputs,
      signal: options.signal,
      resolve,
      reject,
    });
    this.#dispatch();
    return promise;
  }

  /** Drops the runs that wait, lets those that run come to an end, and frees every thread and model. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#disposed = true;
    this.#queue.clear();
    await Promise.all(this.#workers.map((worker) => worker.close()));
  }

  #dispatch(): void {
    for (let next = this.#queue.peek(); next !== undefined; next = this.#queue.peek()) {
      const { modelId } = next;
      const idle = this.#workers.filter((worker) => !worker.busy);
      const worker = idle.find((candidate) => candidate.hasLoaded(modelId)) ?? idle[0];
      if (worker === undefined) return;
      this.#startNext(worker);
    }
  }

  #startNext(worker: PoolWorker): void {
    const job = this.#queue.shift();
    if (job === undefined) return;
    const model = this.#models.get(job.modelId);
    if (model === undefined) {
      return job.reject(new VigilError('model-unavailable', `Model ${job.modelId} is not in the pool`, { modelId: job.modelId }));
    }
    const abandon = (): void => job.reject(cancelled());
    job.signal?.addEventListener('abort', abandon, { once: true });
    void worker
      .run(job.modelId, model.path, job.inputs, job.outputs)
      .then(job.resolve, job.reject)
      .finally(() => {
        job.signal?.removeEventListener('abort', abandon);
        this.#dispatch();
      });
  }
}

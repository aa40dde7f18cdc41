import { VigilError } from '@vigil/contracts';
import type { NamedTensors } from './inference-tensor.ts';

/** A run of a model that waits for a worker. */
export interface PendingJob {
  readonly modelId: string;
  /** Makes the inputs; called once, when the job has come into the bounded part of the queue. */
  readonly prepare: () => NamedTensors;
  readonly outputs: readonly string[] | undefined;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (outputs: NamedTensors) => void;
  readonly reject: (error: unknown) => void;
}

/** A job whose inputs are made. */
export interface PreparedJob extends PendingJob {
  readonly inputs: NamedTensors;
}

interface Entry {
  readonly job: PendingJob;
  inputs: NamedTensors | undefined;
  readonly drop: () => void;
}

/** First in, first out. Only the first `limit` jobs have their inputs in memory; those behind them wait for room as a few words each. */
export class JobQueue {
  readonly #limit: number;
  readonly #entries: Entry[] = [];

  /** @param limit - how many jobs have their inputs made ahead, at least 1 */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Number of jobs that wait. */
  get length(): number {
    return this.#entries.length;
  }

  /** Puts a job at the end. When its signal aborts while it waits, it is dropped and rejected as `cancelled`. */
  push(job: PendingJob): void {
    const drop = (): void => this.#reject(entry, cancelled());
    const entry: Entry = { job, inputs: undefined, drop };
    if (job.signal?.aborted) return job.reject(cancelled());
    job.signal?.addEventListener('abort', drop, { once: true });
    this.#entries.push(entry);
    this.#prepare();
  }

  /** The first job, without taking it. */
  peek(): PendingJob | undefined {
    return this.#entries[0]?.job;
  }

  /** Takes the first job; undefined where the queue is empty. */
  shift(): PreparedJob | undefined {
    const entry = this.#entries.shift();
    if (entry === undefined || entry.inputs === undefined) return undefined;
    entry.job.signal?.removeEventListener('abort', entry.drop);
    this.#prepare();
    return { ...entry.job, inputs: entry.inputs };
  }

  /** Drops all jobs and rejects them as `cancelled`. */
  clear(): void {
    for (const entry of this.#entries.splice(0)) {
      entry.job.signal?.removeEventListener('abort', entry.drop);
      entry.job.reject(cancelled());
    }
  }

  #prepare(): void {
    for (const entry of this.#entries.slice(0, this.#limit)) {
      // One signal may call off several jobs: those whose turn to be dropped comes next get no inputs.
      if (entry.inputs !== undefined || entry.job.signal?.aborted) continue;
      try {
        entry.inputs = entry.job.prepare();
      } catch (error) {
        this.#reject(entry, error);
        return;
      }
    }
  }

  #reject(entry: Entry, error: unknown): void {
    this.#entries.splice(this.#entries.indexOf(entry), 1);
    entry.job.signal?.removeEventListener('abort', entry.drop);
    entry.job.reject(error);
    this.#prepare();
  }
}

/** The error of work that its owner called off. */
export function cancelled(): VigilError {
  return new VigilError('cancelled', 'The work was cancelled before the model had run');
}

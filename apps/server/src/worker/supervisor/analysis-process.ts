import type { ChildProcess } from 'node:child_process';
import { type JobProgress, VigilError } from '@vigil/contracts';
import type { FromAnalysisProcess, ProcessFacts, Task, TaskAnswers, ToAnalysisProcess } from '../child/messages.ts';
import { residentBytes } from './resident-bytes.ts';
import { spawnAnalysis } from './spawn-analysis.ts';

/** Time between two looks at a process. */
const lookIntervalMs = 1000;
/** Last part of standard error that is kept for the error's details. */
const keptErrorOutputCharacters = 2000;

/** Who is told what an analysis process does. */
export interface AnalysisListener {
  onProgress(progress: JobProgress): void;
  onCheckpoint(mediaSeconds: number): void;
  onIncidents(message: Extract<FromAnalysisProcess, { type: 'incidents' }>): void;
}

/** Limits of an analysis process. */
export interface AnalysisLimits {
  /** Without a sign of progress for so long it is ended. */
  readonly stallTimeoutMs: number;
  /** Resident memory above which it is ended. */
  readonly memoryCeilingBytes: number;
}

/**
 * A process that does one task. Whatever a hostile file does to it is one `VigilError` here and nothing more. Disposing kills it
 * and waits until it is gone, so that nothing writes to its folders any more.
 */
export class AnalysisProcess<Kind extends Task['kind']> implements AsyncDisposable {
  /** The answer of the task; rejects with VigilError where there is none. */
  readonly answer: Promise<TaskAnswers[Kind]>;
  readonly #child: ChildProcess;
  readonly #listener: AnalysisListener;
  readonly #limits: AnalysisLimits;
  readonly #settled = Promise.withResolvers<TaskAnswers[Kind]>();
  readonly #exited = Promise.withResolvers<void>();
  readonly #watch: NodeJS.Timeout;
  #lastSignMs = performance.now();
  #errorOutput = '';

  constructor(task: Extract<Task, { kind: Kind }>, facts: ProcessFacts, limits: AnalysisLimits, listener: AnalysisListener) {
    this.#listener = listener;
    this.#limits = limits;
    this.answer = this.#settled.promise;
    // reported when it is waited for, not as unhandled
    this.answer.catch(() => undefined);
    this.#child = spawnAnalysis();
    this.#child.on('message', (message: FromAnalysisProcess) => this.#receive(message));
    this.#child.once('error', (error) => {
      this.#fail(new VigilError('internal', `The analysis process did not start: ${error.message}`, {}, error));
      if (this.#child.pid === undefined) this.#exited.resolve();
    });
    this.#child.once('close', (code, signal) => {
      this.#fail(this.#death(code, signal));
      this.#exited.resolve();
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#errorOutput = (this.#errorOutput + text).slice(-keptErrorOutputCharacters);
    });
    this.#watch = setInterval(() => this.#look(), lookIntervalMs);
    this.#send({ type: 'task', task, facts });
  }

  /** Says that the lease holds for so long from now on. */
  prolong(validMs: number): void {
    this.#send({ type: 'lease', validMs });
  }

  /** Asks for a checkpoint and the end; the answer is then `cancelled`, unless it was there before. */
  pause(): void {
    this.#send({ type: 'pause' });
  }

  /** Ends the process at once. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.kill();
    await this.#exited.promise;
    clearInterval(this.#watch);
  }

  #send(message: ToAnalysisProcess): void {
    // one that is gone is noticed by `close`
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  #receive(message: FromAnalysisProcess): void {
    this.#lastSignMs = performance.now();
    switch (message.type) {
      case 'progress':
        return this.#listener.onProgress(message.progress);
      case 'checkpoint':
        return this.#listener.onCheckpoint(message.mediaSeconds);
      case 'incidents':
        return this.#listener.onIncidents(message);
      case 'answer':
        return this.#settled.resolve(message.answer as TaskAnswers[Kind]);
      case 'error': {
        const { code, message: text, details } = message.error;
        return this.#fail(new VigilError(code, text, details));
      }
    }
  }

  #look(): void {
    const silentMs = performance.now() - this.#lastSignMs;
    if (silentMs > this.#limits.stallTimeoutMs) {
      const text = `The analysis made no progress for ${Math.round(silentMs / 1000)} s and was ended`;
      this.#fail(new VigilError('internal', text, { stallTimeoutMs: this.#limits.stallTimeoutMs }));
      return this.kill();
    }
    const bytes = this.#child.pid === undefined ? null : residentBytes(this.#child.pid);
    if (bytes === null || bytes <= this.#limits.memoryCeilingBytes) return;
    const [used, ceiling] = [bytes, this.#limits.memoryCeilingBytes].map((count) => Math.round(count / 2 ** 20));
    const text = `The analysis used ${used} MiB of memory, its ceiling is ${ceiling} MiB, and was ended`;
    this.#fail(new VigilError('memory-budget-exceeded', text, { residentBytes: bytes }));
    this.kill();
  }

  #fail(error: VigilError): void {
    this.#settled.reject(error);
  }

  #death(code: number | null, signal: NodeJS.Signals | null): VigilError {
    const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
    const text = `The analysis process ended before its work was done (${how}); the file may be damaged or hostile, other files are not affected`;
    return new VigilError('internal', text, { code, signal, errorOutput: this.#errorOutput });
  }
}

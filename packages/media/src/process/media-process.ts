import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { VigilError } from '@vigil/contracts';
import { shownName } from '../shown-name.ts';
import { MemoryWatch } from './memory-watch.ts';
import { MessageReader, encodeHeader, type Message } from './message-stream.ts';
import type { FromChild, MediaJob, ToChild } from './messages.ts';
import { defaultMemoryCeilingBytes, defaultStallTimeoutMs, type MediaProcessOptions } from './process-options.ts';
import { messageDescriptor, spawnChild } from './spawn-child.ts';
import { StallWatch } from './stall-watch.ts';

/** Last part of what the process wrote to standard error that is kept for the error's details. */
const keptErrorOutputCharacters = 2000;

/** Who is told what a media process does. */
export interface MediaProcessListener {
  /** A message came. */
  onMessage(message: Message<FromChild>): void;
  /** The process failed or was cancelled; no message follows. Called at most once, never after `close`. */
  onFailure(error: VigilError): void;
}

/**
 * A child process that runs native media code for one job, and its supervision: a memory ceiling, a watchdog, cancellation.
 * Whatever happens to it is one `VigilError` and nothing more.
 */
export class MediaProcess implements AsyncDisposable {
  /** Watchdog: `owe()` while the process has something to do, `rest()` while it waits for its user. */
  readonly stall: StallWatch;
  readonly #child: ChildProcess;
  readonly #file: string;
  readonly #listener: MediaProcessListener;
  readonly #memory: MemoryWatch;
  readonly #signal: AbortSignal | undefined;
  readonly #exited: Promise<void>;
  #isOver = false;
  #errorOutput = '';

  constructor(job: MediaJob, file: string, options: MediaProcessOptions, listener: MediaProcessListener) {
    const ceilingBytes = options.memoryCeilingBytes ?? defaultMemoryCeilingBytes;
    const timeoutMs = options.stallTimeoutMs ?? defaultStallTimeoutMs;
    this.#file = file;
    this.#listener = listener;
    this.#child = spawnChild(ceilingBytes);
    this.#exited = new Promise((resolve) => {
      this.#child.once('close', (code, exitSignal) => {
        this.#fail(this.#death(code, exitSignal));
        resolve();
      });
      this.#child.once('error', (error) => {
        this.#fail(
          new VigilError('media-process-died', `${this.#where()}: the media process did not start: ${error.message}`, {}, error),
        );
        if (this.#child.pid === undefined) resolve();
      });
    });
    this.stall = new StallWatch(timeoutMs, () => this.#fail(this.#stalled(timeoutMs)));
    this.stall.owe();
    this.#memory = new MemoryWatch(this.processId, ceilingBytes, (bytes) => this.#fail(this.#tooMuchMemory(bytes, ceilingBytes)));
    this.#signal = options.signal;
    this.#signal?.addEventListener('abort', this.#onAbort);
    this.#listen();
    this.send({ type: 'job', job });
    if (this.#signal?.aborted === true) queueMicrotask(this.#onAbort);
  }

  /** Id of the operating system; 0 where the process could not be started. */
  get processId(): number {
    return this.#child.pid ?? 0;
  }

  /** Sends a message. The data must not be changed before the returned promise is settled. */
  send(header: ToChild, data?: Uint8Array): Promise<void> {
    const input = this.#child.stdin as Writable;
    if (this.#isOver || !input.writable) return Promise.resolve();
    return new Promise((resolve) => {
      input.cork();
      input.write(encodeHeader(header, data?.length ?? 0), () => {
        if (data === undefined) resolve();
      });
      if (data !== undefined) input.write(data, () => resolve());
      input.uncork();
    });
  }

  /** Ends the process, whatever it is doing, and waits until it has gone. Never throws; may be called again. */
  async close(): Promise<void> {
    this.#stop();
    await this.#exited;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  readonly #onAbort = (): void => {
    this.#fail(new VigilError('cancelled', `${this.#where()}: cancelled`, { file: this.#file }, this.#signal?.reason));
  };

  #listen(): void {
    const reader = new MessageReader<FromChild>((message) => this.#receive(message));
    const output = this.#child.stdio[messageDescriptor] as Readable;
    output.on('data', (chunk: Buffer) => this.#read(reader, chunk));
    // A process that dies takes its pipes with it; the 'close' event says what happened.
    output.on('error', () => undefined);
    this.#child.stdin?.on('error', () => undefined);
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#errorOutput = (this.#errorOutput + text).slice(-keptErrorOutputCharacters);
    });
  }

  /** A process whose memory a file has overwritten may send anything. */
  #read(reader: MessageReader<FromChild>, chunk: Buffer): void {
    if (this.#isOver) return;
    try {
      reader.push(chunk);
    } catch (error) {
      const text = `${this.#where()}: the process that handles this file sent what makes no sense and was ended; the file may be damaged or hostile, other files are not affected`;
      this.#fail(new VigilError('media-process-died', text, { file: this.#file }, error));
    }
  }

  #receive(message: Message<FromChild>): void {
    if (this.#isOver) return;
    this.stall.progress();
    if (message.header.type === 'error') {
      const { code, message: text, details } = message.header;
      this.#fail(new VigilError(code, `${this.#where()}: ${text}`, { file: this.#file, ...details }));
    } else if (message.header.type !== 'progress') {
      this.#listener.onMessage(message);
    }
  }

  #fail(error: VigilError): void {
    if (this.#isOver) return;
    this.#stop();
    this.#listener.onFailure(error);
  }

  #stop(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.stall.rest();
    this.#memory[Symbol.dispose]();
    this.#signal?.removeEventListener('abort', this.#onAbort);
    this.#child.kill('SIGKILL');
  }

  #where(): string {
    return shownName(this.#file);
  }

  #death(code: number | null, exitSignal: NodeJS.Signals | null): VigilError {
    const how = exitSignal === null ? `exit code ${code}` : `signal ${exitSignal}`;
    const text = `${this.#where()}: the process that handles this file died (${how}); the file may be damaged or hostile, other files are not affected`;
    return new VigilError('media-process-died', text, {
      file: this.#file,
      code,
      signal: exitSignal,
      errorOutput: this.#errorOutput,
    });
  }

  #stalled(timeoutMs: number): VigilError {
    const text = `${this.#where()}: no progress for ${timeoutMs / 1000} s, so the process that handles this file was ended; the file may be damaged, or raise the time limit`;
    return new VigilError('media-process-stalled', text, { file: this.#file, timeoutMs });
  }

  #tooMuchMemory(bytes: number, ceilingBytes: number): VigilError {
    const [used, ceiling] = [bytes, ceilingBytes].map((count) => Math.round(count / 1024 ** 2));
    const text = `${this.#where()}: the process that handles this file used ${used} MiB of memory, its ceiling is ${ceiling} MiB; make the picture smaller or raise the ceiling`;
    return new VigilError('media-process-died', text, { file: this.#file, residentBytes: bytes, ceilingBytes });
  }
}

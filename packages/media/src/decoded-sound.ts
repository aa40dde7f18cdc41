import { VigilError } from '@vigil/contracts';
import type { MediaInfo } from './media-info.ts';
import { MediaProcess } from './process/media-process.ts';
import type { Message } from './process/message-stream.ts';
import type { FromChild, SoundJob } from './process/messages.ts';
import type { MediaProcessOptions } from './process/process-options.ts';
import type { SoundBlock, SoundFacts, SoundSource } from './sound-source.ts';

type Opened = Extract<FromChild, { type: 'sound-opened' }>;

/** A sound source fed by a media process. */
export class DecodedSound implements SoundSource {
  /** Settles when the sound decoder is open or there is no sound track, or with what went wrong. */
  readonly opened: Promise<Opened>;
  readonly #opening = Promise.withResolvers<Opened>();
  readonly #process: MediaProcess;
  readonly #aheadBlocks: number;
  readonly #queue: SoundBlock[] = [];
  #info: MediaInfo | null = null;
  #end: SoundFacts | null = null;
  #failure: VigilError | null = null;
  #wake: (() => void) | null = null;
  #received = 0;
  #taken = 0;
  #isIterated = false;

  constructor(job: SoundJob, file: string, options: MediaProcessOptions) {
    this.opened = this.#opening.promise;
    this.#aheadBlocks = job.aheadBlocks;
    this.#process = new MediaProcess(job, file, options, {
      onMessage: (message) => this.#receive(message),
      onFailure: (error) => this.#fail(error),
    });
  }

  get info(): MediaInfo {
    if (this.#info === null) throw new VigilError('internal', 'the source is not open yet');
    return this.#info;
  }

  get facts(): SoundFacts | null {
    return this.#queue.length === 0 ? this.#end : null;
  }

  get processId(): number {
    return this.#process.processId;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<SoundBlock, void, undefined> {
    if (this.#isIterated) throw new VigilError('bad-request', 'the sound of a source can be iterated once; open the file again');
    this.#isIterated = true;
    try {
      for (let block = await this.#take(); block !== null; block = await this.#take()) yield block;
    } finally {
      await this[Symbol.asyncDispose]();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#fail(new VigilError('bad-request', 'the source of this sound was disposed of; open the file again'));
    if (this.#end === null) this.#queue.length = 0;
    await this.#process.close();
  }

  async #take(): Promise<SoundBlock | null> {
    for (;;) {
      const block = this.#queue.shift();
      if (block !== undefined) {
        this.#taken += 1;
        void this.#process.send({ type: 'consumed', index: this.#taken - 1 });
        this.#watch();
        return block;
      }
      if (this.#end !== null) return null;
      if (this.#failure !== null) throw this.#failure;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /** The process owes something while it has room for another block. */
  #watch(): void {
    if (this.#end === null && this.#received - this.#taken < this.#aheadBlocks) this.#process.stall.owe();
    else this.#process.stall.rest();
  }

  #receive({ header, data }: Message<FromChild>): void {
    if (header.type === 'sound-opened') {
      this.#info = header.info;
      this.#opening.resolve(header);
    } else if (header.type === 'sound') {
      this.#received += 1;
      // The bytes lie anywhere in the message; numbers want to begin at a multiple of four.
      this.#queue.push({
        seconds: header.seconds,
        samples: new Float32Array(data.slice().buffer),
        missing: header.missing,
      });
    } else if (header.type === 'sound-end') {
      this.#end = header.facts;
    }
    this.#watch();
    this.#wakeUp();
  }

  #fail(error: VigilError): void {
    if (this.#failure !== null) return;
    this.#failure = error;
    this.#opening.reject(error);
    this.#wakeUp();
  }

  #wakeUp(): void {
    this.#wake?.();
    this.#wake = null;
  }
}

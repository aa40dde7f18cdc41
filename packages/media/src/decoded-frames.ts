import { VigilError, type PictureSize, type RgbFrame } from '@vigil/contracts';
import { releaseWindowFrames, type AnalysedFrame, type FrameSource } from './frame-source.ts';
import type { MediaInfo } from './media-info.ts';
import { MediaProcess } from './process/media-process.ts';
import type { Message } from './process/message-stream.ts';
import type { FramesJob, FromChild } from './process/messages.ts';
import type { MediaProcessOptions } from './process/process-options.ts';
import type { Truncation } from './truncation.ts';

/** Frames taken before the media process is told so; fewer messages for both. */
const framesPerCredit = 4;

type Opened = Extract<FromChild, { type: 'opened' }>;
type End = Extract<FromChild, { type: 'end' }>;

/** A frame source fed by a media process. */
export class DecodedFrames implements FrameSource {
  /** Settles when the first picture was decoded, or with what went wrong. */
  readonly opened: Promise<void>;
  readonly #process: MediaProcess;
  readonly #opening = Promise.withResolvers<void>();
  readonly #aheadFrames: number;
  readonly #queue: AnalysedFrame[] = [];
  readonly #colours = new Map<number, PromiseWithResolvers<RgbFrame>>();
  #facts: Opened | null = null;
  #end: End | null = null;
  #failure: VigilError | null = null;
  #wake: (() => void) | null = null;
  #takenIndex = -1;
  #receivedIndex = -1;
  #creditedIndex = -1;
  #isIterated = false;

  constructor(job: FramesJob, file: string, options: MediaProcessOptions) {
    this.opened = this.#opening.promise;
    this.#aheadFrames = job.aheadFrames;
    this.#process = new MediaProcess(job, file, options, {
      onMessage: (message) => this.#receive(message),
      onFailure: (error) => this.#fail(error),
    });
  }

  get info(): MediaInfo {
    return this.#known().info;
  }

  get graySize(): PictureSize {
    return this.#known().graySize;
  }

  get colourSize(): PictureSize {
    return this.#known().colourSize;
  }

  get truncated(): Truncation | null {
    return this.#isDrained() ? (this.#end?.truncated ?? null) : null;
  }

  get damagedPackets(): number {
    return this.#isDrained() ? (this.#end?.damagedPackets ?? 0) : 0;
  }

  get processId(): number {
    return this.#process.processId;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<AnalysedFrame, void, undefined> {
    if (this.#isIterated)
      throw new VigilError('bad-request', 'the pictures of a source can be iterated once; open the file again');
    this.#isIterated = true;
    let isComplete = false;
    try {
      for (let frame = await this.#take(); frame !== null; frame = await this.#take()) {
        yield frame;
        this.#consumed(frame.index);
      }
      isComplete = true;
    } finally {
      if (!isComplete) await this[Symbol.asyncDispose]();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#fail(
      new VigilError('bad-request', 'the source of this picture was disposed of; keep it until its pictures are done with'),
    );
    this.#queue.length = 0;
    await this.#process.close();
  }

  async #take(): Promise<AnalysedFrame | null> {
    for (;;) {
      const frame = this.#queue.shift();
      if (frame !== undefined) {
        this.#takenIndex = frame.index;
        return frame;
      }
      if (this.#end !== null) return null;
      if (this.#failure !== null) throw this.#failure;
      this.#sendCredit();
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  #consumed(index: number): void {
    if (index - this.#creditedIndex >= framesPerCredit) this.#sendCredit();
  }

  #sendCredit(): void {
    if (this.#takenIndex === this.#creditedIndex || this.#end !== null) return;
    this.#creditedIndex = this.#takenIndex;
    void this.#process.send({ type: 'consumed', index: this.#takenIndex });
    this.#watch();
  }

  /** The process owes something while it has credit for another picture or owes a colour copy. */
  #watch(): void {
    const hasCredit = this.#end === null && this.#receivedIndex - this.#creditedIndex < this.#aheadFrames;
    if (hasCredit || this.#colours.size > 0) this.#process.stall.owe();
    else this.#process.stall.rest();
  }

  #receive({ header, data }: Message<FromChild>): void {
    if (header.type === 'opened') {
      this.#facts = header;
      this.#opening.resolve();
    } else if (header.type === 'frame') {
      this.#receiveFrame(header.index, header.timeSeconds, data);
    } else if (header.type === 'colour') {
      this.#colours
        .get(header.index)
        ?.resolve({ index: header.index, timeSeconds: header.timeSeconds, ...this.colourSize, data });
      this.#colours.delete(header.index);
    } else if (header.type === 'end') {
      this.#end = header;
    }
    this.#watch();
    this.#wakeUp();
  }

  #receiveFrame(index: number, timeSeconds: number, data: Uint8Array): void {
    // A resumed source starts at an index above 0: the pictures before it count as taken.
    if (this.#receivedIndex < 0) this.#creditedIndex = this.#takenIndex = index - 1;
    this.#receivedIndex = index;
    this.#queue.push({ index, timeSeconds, ...this.graySize, data, colour: () => this.#colour(index) });
  }

  #colour(index: number): Promise<RgbFrame> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    if (index <= this.#takenIndex - releaseWindowFrames) {
      const message = `the colour copy of picture ${index} was asked for at picture ${this.#takenIndex}; ask within ${releaseWindowFrames} pictures`;
      return Promise.reject(new VigilError('bad-request', message, { index, takenIndex: this.#takenIndex, releaseWindowFrames }));
    }
    const known = this.#colours.get(index);
    if (known !== undefined) return known.promise;
    const asked = Promise.withResolvers<RgbFrame>();
    this.#colours.set(index, asked);
    void this.#process.send({ type: 'colour', index });
    this.#watch();
    return asked.promise;
  }

  #fail(error: VigilError): void {
    if (this.#failure !== null) return;
    this.#failure = error;
    this.#opening.reject(error);
    for (const asked of this.#colours.values()) asked.reject(error);
    this.#colours.clear();
    this.#wakeUp();
  }

  #wakeUp(): void {
    this.#wake?.();
    this.#wake = null;
  }

  #isDrained(): boolean {
    return this.#end !== null && this.#queue.length === 0;
  }

  #known(): Opened {
    if (this.#facts === null) throw new VigilError('internal', 'the source is not open yet');
    return this.#facts;
  }
}

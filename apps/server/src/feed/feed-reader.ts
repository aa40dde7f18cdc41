import type { FeedMessage } from '@vigil/contracts';
import type { EventLog } from '@vigil/store';
import type { FastifyBaseLogger } from 'fastify';

/** What a reader tells. */
export interface FeedReaderEvents {
  /** New messages, in order, each once. Where it rejects, the same ones are told again later. */
  readonly messages: (messages: readonly FeedMessage[]) => void | Promise<void>;
  /** The numbers went back: the store was put back to an earlier state. What was read before is void. */
  readonly rewound: (newest: number) => void;
}

/** What a reader is made with. */
export interface FeedReaderOptions {
  readonly tell: FeedReaderEvents;
  readonly log: FastifyBaseLogger;
  /** The log is asked so often in any case, milliseconds. */
  readonly pollMs: number;
}

const pageSize = 500;

/** Looks whether the numbers went back are seldom: a store is not restored every day. */
const looksBetweenRangeChecks = 20;

/** Reads the numbered messages of a store as they come, whichever process wrote them, also after the store was away. */
export class FeedReader implements AsyncDisposable {
  readonly #log: FastifyBaseLogger;
  readonly #events: EventLog;
  readonly #tell: FeedReaderEvents;
  readonly #timer: NodeJS.Timeout;
  readonly #endWatch: () => void;
  #position: number;
  #reading: Promise<void> | null = null;
  #isWoken = false;
  #isStopped = false;
  #isLive = true;
  #looks = 0;

  /** @param position Number of the last message that needs no reading. */
  constructor(events: EventLog, position: number, { tell, log, pollMs }: FeedReaderOptions) {
    this.#events = events;
    this.#position = position;
    this.#tell = tell;
    this.#log = log;
    this.#timer = setInterval(() => this.#wake(), pollMs);
    this.#endWatch = events.watch(() => this.#wake());
    this.#wake();
  }

  /** Number of the last message that was told. */
  get position(): number {
    return this.#position;
  }

  /** Whether the store could be read when it was asked last. */
  get isLive(): boolean {
    return this.#isLive;
  }

  /** Ends; nothing is told after it. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#timer);
    this.#endWatch();
    await this.#reading;
  }

  #wake(): void {
    this.#isWoken = true;
    if (this.#reading !== null || this.#isStopped) return;
    this.#reading = this.#read().finally(() => {
      this.#reading = null;
      if (this.#isWoken && this.#isLive) this.#wake();
    });
  }

  async #read(): Promise<void> {
    try {
      while (this.#isWoken && !this.#isStopped) {
        this.#isWoken = false;
        await this.#readAll();
      }
      if (!this.#isLive) this.#log.info('the feed can be read again');
      this.#isLive = true;
    } catch (error) {
      // the next look comes by itself; nothing is lost, as the position stays
      if (this.#isLive) this.#log.warn({ err: error }, 'the feed cannot be read');
      this.#isLive = false;
    }
  }

  async #readAll(): Promise<void> {
    if (this.#looks % looksBetweenRangeChecks === 0 || !this.#isLive) await this.#checkRange();
    this.#looks += 1;
    for (;;) {
      const messages = await this.#events.after(this.#position, pageSize);
      if (this.#isStopped || messages.length === 0) return;
      await this.#tell.messages(messages);
      this.#position = messages[messages.length - 1].sequence;
      if (messages.length < pageSize) return;
    }
  }

  async #checkRange(): Promise<void> {
    const { newest } = await this.#events.range();
    if (newest >= this.#position) return;
    this.#log.warn({ newest, position: this.#position }, 'the numbers of the feed went back');
    this.#position = newest;
    if (!this.#isStopped) this.#tell.rewound(newest);
  }
}

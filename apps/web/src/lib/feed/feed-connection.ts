import type { FeedControlMessage, FeedMessage } from '@vigil/contracts';

/** How the connection to the live feed is. `late`: connected, but the server cannot read its store for the moment. */
export type FeedState = 'connecting' | 'live' | 'late' | 'lost' | 'refused';

/** What a connection tells. */
export interface FeedListener {
  message?(message: FeedMessage): void;
  state?(state: FeedState): void;
  /** The feed follows from here on: what was read before may have changed unseen. Not where it goes on after a drop. */
  began?(): void;
  /** An attempt to connect came to nothing, or was refused: the server is away, or does not know who asks any more. */
  unanswered?(): void;
  /** Messages were missed for good: everything that was read may be old. */
  reset?(): void;
}

/** Codes after which coming back is of no use until somebody signs in; `docs/feed.md`. */
const finalCodes = new Set([4001, 4003]);
const shortestDelayMs = 500;
const longestDelayMs = 15_000;
const missedBeats = 3;

/** One connection to `/ws` that comes back by itself, and goes on after the last message that it saw. */
export class FeedConnection {
  readonly #url: string;
  readonly #listeners = new Set<FeedListener>();
  #socket: WebSocket | null = null;
  #sequence: number | null = null;
  #state: FeedState = 'connecting';
  #attempts = 0;
  #beatMs = 15_000;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #isOpen = false;
  #isGreeted = false;

  /** @param url Address of `/ws`, with `ws:` or `wss:`. */
  constructor(url: string) {
    this.#url = url;
  }

  get state(): FeedState {
    return this.#state;
  }

  /** Connects, and stays connected until {@link close}. */
  open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#become('connecting');
    addEventListener('online', this.#reconnectNow);
    this.#connect();
  }

  close(): void {
    this.#isOpen = false;
    removeEventListener('online', this.#reconnectNow);
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
    this.#socket?.close();
    this.#socket = null;
  }

  /** @returns ends the listening */
  listen(listener: FeedListener): () => void {
    this.#listeners.add(listener);
    listener.state?.(this.#state);
    return () => void this.#listeners.delete(listener);
  }

  #connect(): void {
    clearTimeout(this.#retry);
    const url = new URL(this.#url);
    if (this.#sequence !== null) url.searchParams.set('after', String(this.#sequence));
    const socket = new WebSocket(url);
    this.#socket = socket;
    this.#isGreeted = false;
    socket.addEventListener('message', ({ data }) => {
      if (socket === this.#socket) this.#take(JSON.parse(String(data)) as FeedMessage | FeedControlMessage);
    });
    socket.addEventListener('close', ({ code }) => {
      if (socket === this.#socket) this.#drop(code);
    });
    // where the server is gone without a word, no close comes for minutes
    this.#watchSilence();
  }

  #take(message: FeedMessage | FeedControlMessage): void {
    this.#watchSilence();
    if ('record' in message) {
      this.#sequence = message.sequence;
      for (const listener of this.#listeners) listener.message?.(message);
    } else if (message.type === 'hello') {
      this.#isGreeted = true;
      this.#attempts = 0;
      this.#beatMs = message.heartbeatSeconds * 1000;
      this.#become('live');
      if (this.#sequence !== null) return;
      this.#sequence = message.sequence;
      for (const listener of this.#listeners) listener.began?.();
    } else if (message.type === 'heartbeat') {
      this.#sequence = Math.max(this.#sequence ?? 0, message.sequence);
      this.#become(message.live ? 'live' : 'late');
    } else if (message.type === 'reset') {
      this.#sequence = message.sequence;
      for (const listener of this.#listeners) listener.reset?.();
    }
  }

  #drop(code: number): void {
    clearTimeout(this.#silence);
    this.#socket = null;
    if (!this.#isOpen) return;
    const isRefused = finalCodes.has(code);
    this.#become(isRefused ? 'refused' : 'lost');
    if (isRefused || !this.#isGreeted) for (const listener of this.#listeners) listener.unanswered?.();
    if (isRefused) return;
    const delayMs = Math.min(shortestDelayMs * 2 ** this.#attempts, longestDelayMs);
    this.#attempts += 1;
    // all browsers of a house come back at once otherwise
    this.#retry = setTimeout(() => this.#connect(), delayMs * (0.5 + Math.random() / 2));
  }

  #watchSilence(): void {
    clearTimeout(this.#silence);
    const socket = this.#socket;
    this.#silence = setTimeout(() => {
      socket?.close();
      if (socket === this.#socket) this.#drop(1006);
    }, this.#beatMs * missedBeats);
  }

  readonly #reconnectNow = (): void => {
    this.#attempts = 0;
    if (this.#socket === null) this.#connect();
  };

  #become(state: FeedState): void {
    if (this.#state === state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener.state?.(state);
  }
}

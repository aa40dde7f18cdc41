import { feedCloseCodes, type FeedControlMessage, type FeedTopic } from '@vigil/contracts';
import type { EventLog } from '@vigil/store';
import type { WebSocket } from '@fastify/websocket';
import type { FeedEntry } from './feed-entry.ts';
import type { FeedLimits } from './feed-limits.ts';
import type { MessageRing } from './message-ring.ts';
import { replayPage } from './replay-page.ts';
import type { ReplayTurns } from './replay-turns.ts';

/** What all clients of a process share. */
export interface SharedFeed {
  readonly ring: MessageRing;
  readonly events: EventLog;
  readonly turns: ReplayTurns;
  readonly limits: FeedLimits;
}

/** What a client asks for. */
export interface Subscription {
  /** Last number that it has seen. */
  readonly after: number;
  readonly topics: readonly FeedTopic[];
}

/**
 * One client. Nothing is queued for it: it has a place in the messages that are kept for all, and takes the next ones as long as its
 * connection has room.
 */
export class FeedClient {
  readonly socket: WebSocket;
  readonly #feed: SharedFeed;
  #topics: ReadonlySet<FeedTopic>;
  #position: number;
  #isStalled = false;
  #isReplaying = false;
  /** Counts how often the client was put to another place. */
  #moves = 0;
  #onRoom: (() => void) | null = null;
  #heardMs = performance.now();

  constructor(socket: WebSocket, feed: SharedFeed, { after, topics }: Subscription) {
    this.socket = socket;
    this.#feed = feed;
    this.#position = after;
    this.#topics = new Set(topics);
    const hear = (): void => void (this.#heardMs = performance.now());
    socket.on('pong', hear).on('ping', hear).on('message', hear);
    socket.on('close', () => this.#onRoom?.());
  }

  /** Subjects that the client asked for. */
  get topics(): FeedTopic[] {
    return [...this.#topics];
  }

  /** Everything up to this number that the client asked for was sent. */
  get position(): number {
    return this.#position;
  }

  /** Milliseconds since the client was heard of. */
  get silentMs(): number {
    return performance.now() - this.#heardMs;
  }

  /** Says something of the feed itself. */
  tell(message: FeedControlMessage): void {
    if (this.#isOpen) this.socket.send(JSON.stringify(message));
  }

  /** Starts again at another place. */
  subscribe({ after, topics }: Subscription): void {
    this.#topics = new Set(topics);
    this.#moveTo(after);
    this.start();
  }

  /** Begins to send. A place behind the newest message of the store is of another store, or of this one before it was put back. */
  start(): void {
    const { ring, events } = this.#feed;
    const [position, moves] = [this.#position, this.#moves];
    this.advance();
    if (position <= ring.newest) return;
    const check = ({ newest }: { readonly newest: number }): void => {
      if (moves === this.#moves && position > newest) this.reset(newest);
    };
    events.range().then(check, () => this.#leaveToStore());
  }

  /** Shows that the server is there, and finds out whether the client is. */
  beat(heartbeat: FeedControlMessage & { type: 'heartbeat' }): void {
    if (!this.#isOpen) return;
    this.socket.ping();
    if (!this.#isStalled) this.tell(heartbeat);
  }

  /** Tells that messages are missing, and goes on with what comes after a number. */
  reset(sequence: number): void {
    this.#moveTo(sequence);
    this.tell({ type: 'reset', sequence });
  }

  /** Sends what is there and has room. Called whenever something new is there. */
  advance(): void {
    const { ring, limits } = this.#feed;
    if (this.#isReplaying || !this.#isOpen) return;
    if (this.#isStalled) {
      if (this.#position < ring.coversAfter || ring.bytesAfter(this.#position) > limits.behindBytes) this.#cut();
      return;
    }
    while (this.#position < ring.newest) {
      if (this.#position < ring.coversAfter) {
        void this.#replay();
        return;
      }
      const entry = ring.next(this.#position);
      if (entry === null) return;
      this.#position = entry.sequence;
      if (ring.isReplaced(entry)) continue;
      this.#send(entry);
      if (this.#isStalled) return;
    }
  }

  get #isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  #send(entry: FeedEntry): void {
    if (!this.#topics.has(entry.topic)) return;
    this.socket.send(entry.bytes, { binary: false }, this.#sent);
    this.#isStalled = this.socket.bufferedAmount > this.#feed.limits.waitingBytes;
  }

  readonly #sent = (): void => {
    if (!this.#isStalled || this.socket.bufferedAmount * 2 > this.#feed.limits.waitingBytes) return;
    this.#isStalled = false;
    this.#onRoom?.();
    this.advance();
  };

  #cut(): void {
    this.socket.close(feedCloseCodes.tooSlow, `resume after ${this.#position}`);
  }

  #moveTo(position: number): void {
    this.#position = position;
    this.#moves += 1;
  }

  /** Lets the client come back with its place when the store is there again. */
  #leaveToStore(): void {
    this.socket.close(feedCloseCodes.storeAway, `resume after ${this.#position}`);
  }

  /** Sends from the store what the process does not keep any more, until it meets what it keeps. */
  async #replay(): Promise<void> {
    const { ring, events, turns } = this.#feed;
    this.#isReplaying = true;
    try {
      while (this.#isOpen && this.#position < ring.coversAfter) {
        const moves = this.#moves;
        const page = await turns.take(() => replayPage(events, this.#position));
        if (moves !== this.#moves) continue;
        if (page === null) this.reset(ring.newest);
        else if (await this.#sendAll(page.entries)) this.#position = page.last;
      }
    } catch {
      this.#leaveToStore();
    } finally {
      this.#isReplaying = false;
    }
    this.advance();
  }

  /** Sends as fast as the client takes it. False where it went elsewhere or away meanwhile. */
  async #sendAll(entries: readonly FeedEntry[]): Promise<boolean> {
    const moves = this.#moves;
    for (const entry of entries) {
      if (this.#isStalled) await new Promise<void>((resolve) => (this.#onRoom = resolve));
      if (!this.#isOpen || moves !== this.#moves) return false;
      this.#position = entry.sequence;
      this.#send(entry);
    }
    return true;
  }
}

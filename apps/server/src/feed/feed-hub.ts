import { feedCloseCodes, type FeedMessage } from '@vigil/contracts';
import type { Clock, EventLog } from '@vigil/store';
import type { FastifyBaseLogger } from 'fastify';
import type { WebSocket } from '@fastify/websocket';
import { FeedClient, type SharedFeed, type Subscription } from './feed-client.ts';
import { feedEntry } from './feed-entry.ts';
import { feedLimits, type FeedLimits } from './feed-limits.ts';
import { FeedReader } from './feed-reader.ts';
import { MessageRing } from './message-ring.ts';
import { ReplayTurns } from './replay-turns.ts';

/** What a hub is made with. */
export interface FeedHubRequest {
  readonly events: EventLog;
  readonly clock: Clock;
  readonly log: FastifyBaseLogger;
  /** The bounds of a service where left out. */
  readonly limits?: Partial<FeedLimits> | undefined;
}

/** A client that joins; without `after` it gets what is new from now on. */
export type Joining = Pick<Subscription, 'topics'> & { readonly after?: number | undefined };

const replaysAtATime = 4;
const closingMs = 2000;
/** Messages are kept for a day, on every store. */
const keptMs = 86_400_000;
const cleaningMs = 3_600_000;

/** The feed of one process: one reader of the store, any number of clients. */
export class FeedHub implements AsyncDisposable {
  readonly limits: FeedLimits;
  readonly #events: EventLog;
  readonly #clock: Clock;
  readonly #log: FastifyBaseLogger;
  readonly #reader: FeedReader;
  readonly #clients = new Set<FeedClient>();
  readonly #heartbeat: NodeJS.Timeout;
  readonly #cleaning: NodeJS.Timeout;
  readonly #shared: SharedFeed;
  #oldest: number;
  #isStopping = false;
  #observer: (message: FeedMessage) => void = () => undefined;

  private constructor({ events, clock, log, limits }: FeedHubRequest, range: { oldest: number; newest: number }) {
    this.limits = { ...feedLimits, ...limits };
    this.#events = events;
    this.#clock = clock;
    this.#log = log;
    this.#oldest = range.oldest;
    const { keptMessages, keptBytes } = this.limits;
    const ring = new MessageRing(range.newest, keptMessages, keptBytes);
    this.#shared = { ring, events, turns: new ReplayTurns(replaysAtATime), limits: this.limits };
    const tell = {
      messages: (messages: readonly FeedMessage[]) => this.#publish(messages),
      rewound: (newest: number) => this.#startOver(newest),
    };
    this.#reader = new FeedReader(events, range.newest, { tell, log, pollMs: this.limits.pollMs });
    this.#heartbeat = setInterval(() => this.#beat(), this.limits.heartbeatMs);
    this.#cleaning = setInterval(() => this.#clean(), cleaningMs);
    this.#clean();
  }

  /** Opens the feed at its newest message. @throws VigilError `store-unavailable` */
  static async open(request: FeedHubRequest): Promise<FeedHub> {
    return new FeedHub(request, await request.events.range());
  }

  /** Clients that are connected. */
  get clientCount(): number {
    return this.#clients.size;
  }

  /** Number of the newest message that was read. */
  get newest(): number {
    return this.#shared.ring.newest;
  }

  /** Whether the store can be read. */
  get isLive(): boolean {
    return this.#reader.isLive;
  }

  /** Whether the hub takes nobody any more. */
  get isStopping(): boolean {
    return this.#isStopping;
  }

  /** Tells one observer of each message as it is read; a later one takes the place of an earlier one. */
  observe(observer: (message: FeedMessage) => void): void {
    this.#observer = observer;
  }

  /** Greets a client and gives it what it has missed and what comes. */
  join(socket: WebSocket, { after, topics }: Joining): FeedClient {
    const { ring } = this.#shared;
    const client = new FeedClient(socket, this.#shared, { after: after ?? ring.newest, topics });
    this.#clients.add(client);
    socket.on('close', () => this.#clients.delete(client));
    const { heartbeatMs } = this.limits;
    client.tell({
      type: 'hello',
      protocolVersion: 1,
      sequence: ring.newest,
      oldest: this.#oldest,
      topics: client.topics,
      heartbeatSeconds: heartbeatMs / 1000,
    });
    client.start();
    return client;
  }

  /** Closes every client as the service stops, and waits until they have gone. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#isStopping = true;
    clearInterval(this.#heartbeat);
    clearInterval(this.#cleaning);
    await this.#reader[Symbol.asyncDispose]();
    const gone = [...this.#clients].map(
      ({ socket }) =>
        new Promise<void>((resolve) => {
          socket.once('close', () => resolve());
          socket.close(feedCloseCodes.stopping, 'the service stops');
        }),
    );
    const impatience = setTimeout(() => this.#clients.forEach(({ socket }) => socket.terminate()), closingMs);
    await Promise.all(gone);
    clearTimeout(impatience);
  }

  #publish(messages: readonly FeedMessage[]): void {
    for (const message of messages) this.#shared.ring.add(feedEntry(message));
    for (const client of this.#clients) client.advance();
    for (const message of messages) this.#observer(message);
  }

  #startOver(newest: number): void {
    this.#shared.ring.restart(newest);
    for (const client of this.#clients) client.reset(newest);
  }

  #beat(): void {
    const at = new Date(this.#clock()).toISOString();
    for (const client of this.#clients) {
      if (client.silentMs > this.limits.silenceMs) client.socket.terminate();
      else client.beat({ type: 'heartbeat', sequence: client.position, at, live: this.isLive });
    }
    this.#events.range().then(
      ({ oldest }) => (this.#oldest = oldest),
      // the reader says that the store is away
      () => undefined,
    );
  }

  /** Removes what nobody can resume from any more; every process does it, as any of them may be the only one. */
  #clean(): void {
    this.#events.removeBefore(new Date(this.#clock() - keptMs).toISOString()).catch((error: unknown) => {
      this.#log.warn({ err: error }, 'old messages of the feed could not be removed');
    });
  }
}

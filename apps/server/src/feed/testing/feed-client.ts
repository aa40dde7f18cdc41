import { once } from 'node:events';
import { type FeedControlMessage, feedControlMessageSchema, type FeedMessage, feedMessageSchema } from '@vigil/contracts';
import { WebSocket } from 'ws';

/** Anything that the feed sends. */
export type Received = FeedControlMessage | FeedMessage;

/** A client of the feed that keeps what it gets, all of it held against the protocol. */
export class TestFeedClient implements Disposable {
  readonly socket: WebSocket;
  readonly received: Received[] = [];
  /** Code that the connection was closed with. */
  readonly closed: Promise<number>;
  #onMessage: () => void = () => undefined;

  constructor(url: string, headers: Record<string, string> = {}) {
    this.socket = new WebSocket(url, { headers });
    this.socket.on('message', (data) => {
      const value: unknown = JSON.parse(String(data));
      const schema = (value as object) && 'sequence' in (value as object) && 'record' in (value as object);
      this.received.push(schema ? feedMessageSchema.parse(value) : feedControlMessageSchema.parse(value));
      this.#onMessage();
    });
    this.closed = new Promise((resolve) => this.socket.on('close', resolve));
  }

  /** A client that was greeted. @throws Error with the status of the reply where it is refused */
  static async open(url: string, headers: Record<string, string> = {}): Promise<TestFeedClient> {
    const client = new TestFeedClient(url, headers);
    await Promise.race([
      client.until((all) => all.length > 0),
      once(client.socket, 'error').then(([error]: unknown[]) => {
        throw error;
      }),
    ]);
    return client;
  }

  /** Numbers of the messages about records, in the order they came. */
  get sequences(): number[] {
    return this.messages.map(({ sequence }) => sequence);
  }

  /** Messages about records. */
  get messages(): FeedMessage[] {
    return this.received.filter((message): message is FeedMessage => 'record' in message);
  }

  /** The first control message of a type. */
  control<Type extends FeedControlMessage['type']>(type: Type): Extract<FeedControlMessage, { type: Type }> | undefined {
    const isIt = (message: Received): message is Extract<FeedControlMessage, { type: Type }> => message.type === type;
    return this.received.find(isIt);
  }

  /** Waits until what was received is enough. */
  async until(isEnough: (received: readonly Received[]) => boolean): Promise<void> {
    while (!isEnough(this.received)) await new Promise<void>((resolve) => (this.#onMessage = resolve));
  }

  /** Waits for so many messages about records. */
  async untilMessages(count: number): Promise<void> {
    await this.until(() => this.messages.length >= count);
  }

  /** Sends a message. */
  send(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  [Symbol.dispose](): void {
    this.socket.terminate();
  }
}

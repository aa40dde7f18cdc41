import { Socket } from 'node:net';
import { encodeHeader, MessageReader, type Message } from '../process/message-stream.ts';
import type { FromChild, ToChild } from '../process/messages.ts';
import { messageDescriptor } from '../process/spawn-child.ts';

/** Least time between two signs of progress. */
const progressIntervalMs = 200;

/** The media process's end of its pipes. When the parent goes, the process goes. */
export class ParentLink {
  readonly #output = new Socket({ fd: messageDescriptor, readable: false, writable: true });
  readonly #waiting: Message<ToChild>[] = [];
  #onMessage: ((message: Message<ToChild>) => void) | null = null;
  #lastProgress = 0;

  constructor() {
    const reader = new MessageReader<ToChild>((message) => {
      if (this.#onMessage === null) this.#waiting.push(message);
      else this.#onMessage(message);
    });
    process.stdin.on('data', (chunk: Buffer) => reader.push(chunk));
    process.stdin.on('end', () => process.exit(0));
    process.stdin.on('error', () => process.exit(0));
    this.#output.on('error', () => process.exit(0));
  }

  /** Gives the messages that came and all that will come to a new receiver. */
  receive(onMessage: (message: Message<ToChild>) => void): void {
    this.#onMessage = onMessage;
    for (const message of this.#waiting.splice(0)) onMessage(message);
  }

  /** Waits for the next message; later ones are kept for the next receiver. */
  next(): Promise<Message<ToChild>> {
    return new Promise((resolve) => {
      const waiting = this.#waiting.shift();
      if (waiting !== undefined) return resolve(waiting);
      this.#onMessage = (message) => {
        this.#onMessage = null;
        resolve(message);
      };
    });
  }

  /** Sends a message. The data must not change afterwards. */
  send(header: FromChild, data?: Uint8Array): void {
    this.#output.cork();
    this.#output.write(encodeHeader(header, data?.length ?? 0));
    if (data !== undefined) this.#output.write(data);
    this.#output.uncork();
  }

  /** Lets messages in, and now and then tells the parent that work goes on. */
  async breathe(): Promise<void> {
    const now = performance.now();
    if (now - this.#lastProgress >= progressIntervalMs) {
      this.#lastProgress = now;
      this.send({ type: 'progress' });
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

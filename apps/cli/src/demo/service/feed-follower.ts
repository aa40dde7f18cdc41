import { type FeedMessage, feedMessageSchema, VigilError } from '@vigil/contracts';
import type { Session } from './service-client.ts';

/** Follows the live feed of the dashboard service over a WebSocket. */
export class FeedFollower implements Disposable {
  readonly #socket: WebSocket;
  readonly #messages: { readonly message: FeedMessage; readonly receivedAtMs: number }[] = [];
  readonly #listeners = new Set<() => void>();
  #closed: string | null = null;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const { data: message } = feedMessageSchema.safeParse(JSON.parse(String(data)));
      if (message) this.#messages.push({ message, receivedAtMs: Date.now() });
      this.#wake();
    });
    socket.addEventListener('close', ({ code, reason }) => {
      this.#closed = `${code} ${reason}`.trim();
      this.#wake();
    });
  }

  /** Opens the feed. @throws VigilError `store-unavailable` where the service does not let it be opened */
  static async open(dashboard: string, session: Session): Promise<FeedFollower> {
    const options = { headers: { cookie: session.cookie, origin: dashboard } };
    // Node's WebSocket takes headers, which the type of browsers does not know.
    const socket = new WebSocket(`${dashboard.replace(/^http/, 'ws')}/ws`, options as unknown as string[]);
    const follower = new FeedFollower(socket);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve(), { once: true });
      socket.addEventListener('error', () => reject(new VigilError('store-unavailable', `${dashboard}/ws does not open`)), {
        once: true,
      });
    });
    return follower;
  }

  /** Messages from now on until one fulfils a condition, that one included. @throws VigilError `store-unavailable` where the feed breaks off, `cancelled` */
  async *until(
    isLast: (message: FeedMessage) => boolean,
    signal: AbortSignal,
  ): AsyncGenerator<{ message: FeedMessage; receivedAtMs: number }> {
    let next = 0;
    for (;;) {
      while (next < this.#messages.length) {
        const entry = this.#messages[next++];
        yield entry;
        if (isLast(entry.message)) {
          this.#messages.splice(0, next);
          return;
        }
      }
      if (this.#closed !== null) throw new VigilError('store-unavailable', `The live feed was closed: ${this.#closed}`);
      await this.#something(signal);
    }
  }

  [Symbol.dispose](): void {
    this.#socket.close();
  }

  #wake(): void {
    this.#listeners.forEach((listener) => listener());
  }

  #something(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (end: () => void): void => {
        this.#listeners.delete(woken);
        signal.removeEventListener('abort', aborted);
        end();
      };
      const woken = (): void => settle(resolve);
      const aborted = (): void => settle(() => reject(signal.reason as Error));
      if (signal.aborted) return aborted();
      this.#listeners.add(woken);
      signal.addEventListener('abort', aborted);
    });
  }
}

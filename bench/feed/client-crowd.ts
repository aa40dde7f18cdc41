import { once } from 'node:events';
import { WebSocket } from 'ws';
import { millisecondsSince } from './stamp.ts';

const connectingAtATime = 50;

/** Many clients in this process, which note when each message reaches each of them. */
export class ClientCrowd implements AsyncDisposable {
  /** Milliseconds from the moment a message carries, for every client that got it, while measuring. */
  readonly delaysMs: number[] = [];
  readonly #clients: WebSocket[] = [];
  isMeasuring = false;
  closed = 0;

  /** Connects so many clients. */
  static async connect(url: string, count: number, headers: Readonly<Record<string, string>>): Promise<ClientCrowd> {
    const crowd = new ClientCrowd();
    for (let first = 0; first < count; first += connectingAtATime) {
      const some = Array.from({ length: Math.min(connectingAtATime, count - first) }, () => crowd.#client(url, headers));
      await Promise.all(some.map((client) => once(client, 'open')));
    }
    return crowd;
  }

  #client(url: string, headers: Readonly<Record<string, string>>): WebSocket {
    const client = new WebSocket(url, { headers, perMessageDeflate: false });
    client.on('message', (data: Buffer) => {
      if (!this.isMeasuring) return;
      const delayMs = millisecondsSince(data);
      if (delayMs !== null) this.delaysMs.push(delayMs);
    });
    client.on('close', () => (this.closed += 1));
    this.#clients.push(client);
    return client;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(
      this.#clients.map(async (client) => {
        if (client.readyState === client.CLOSED) return;
        client.terminate();
        await once(client, 'close');
      }),
    );
  }
}

import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A request that came. */
export interface ReceivedPost {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A server that takes posts and keeps them. */
export interface WebReceiver extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  readonly posts: ReceivedPost[];
  /** What is answered; 204 where left as it is. */
  answer: (reply: ServerResponse, count: number) => void;
  /** Waits for so many posts. */
  untilPosts(count: number): Promise<void>;
}

/** Starts a receiver on a free port of loopback. */
export async function startWebReceiver(host = '127.0.0.1'): Promise<WebReceiver> {
  const posts: ReceivedPost[] = [];
  let onPost = (): void => undefined;
  const server = createServer((request, reply) => {
    void take(request, reply);
  });
  async function take(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    posts.push({ path: request.url ?? '', headers: request.headers, body: await buffer(request) });
    receiver.answer(reply, posts.length);
    onPost();
  }
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  const receiver: WebReceiver = {
    url: `http://${host}:${port}/hook`,
    port,
    posts,
    answer: (reply) => void reply.writeHead(204).end(),
    async untilPosts(count) {
      while (posts.length < count) await new Promise<void>((resolve) => (onPost = resolve));
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { type WebSocket as ServerSocket, WebSocketServer } from 'ws';
import { FeedConnection } from './feed-connection.ts';

beforeAll(() => {
  // what a page hears of its network, which is steady here
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
});
afterAll(() => void vi.unstubAllGlobals());

/** A server of the feed that does what the test says. @param letsIn Whether it takes who connects */
async function openServer(letsIn = true): Promise<{ readonly url: string; readonly server: WebSocketServer }> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', verifyClient: () => letsIn });
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { server, url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/ws` };
}

/** A connection that notes what it tells. */
function connect(url: string): { readonly connection: FeedConnection; readonly told: string[] } {
  const connection = new FeedConnection(url);
  const told: string[] = [];
  connection.listen({
    began: () => told.push('began'),
    unanswered: () => told.push('unanswered'),
    reset: () => told.push('reset'),
    state: (state) => told.push(state),
    message: ({ sequence }) => told.push(`message ${sequence}`),
  });
  connection.open();
  onTestFinished(() => connection.close());
  return { connection, told };
}

async function nextClient(server: WebSocketServer): Promise<{ readonly socket: ServerSocket; readonly after: string | null }> {
  const [socket, request] = (await once(server, 'connection')) as [ServerSocket, { readonly url: string }];
  return { socket, after: new URL(request.url, 'ws://feed').searchParams.get('after') };
}

const hello = (sequence: number): string => JSON.stringify({ type: 'hello', sequence, heartbeatSeconds: 15 });

test('it says that it began once, and goes on after a drop where it was', async () => {
  const { server, url } = await openServer();
  const first = nextClient(server);
  const { told } = connect(url);
  const { socket, after } = await first;
  socket.send(hello(7));
  socket.send(JSON.stringify({ sequence: 8, topic: 'video', type: 'update', record: { id: 'v' } }));
  await vi.waitFor(() => expect(told).toEqual(['connecting', 'live', 'began', 'message 8']));
  const second = nextClient(server);
  socket.terminate();
  const again = await second;
  again.socket.send(hello(9));
  await vi.waitFor(() => expect(told.slice(4)).toEqual(['lost', 'live']));
  expect([after, again.after]).toEqual([null, '8']);
});

test('a server that does not let it in leaves it in doubt whether the session holds', async () => {
  const { url } = await openServer(false);
  const { told } = connect(url);
  await vi.waitFor(() => expect(told).toEqual(expect.arrayContaining(['lost', 'unanswered'])));
});

test('a session that has ended is not asked for again', async () => {
  const { server, url } = await openServer();
  const client = nextClient(server);
  const { told } = connect(url);
  const { socket } = await client;
  socket.send(hello(1));
  socket.close(4001, 'the session has ended');
  await vi.waitFor(() => expect(told).toEqual(['connecting', 'live', 'began', 'refused', 'unanswered']));
});

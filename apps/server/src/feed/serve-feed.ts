import websocket, { type WebSocket } from '@fastify/websocket';
import { feedClientMessageSchema, feedCloseCodes, feedQuerySchema, feedTopics, VigilError } from '@vigil/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Caller, mayUse, viewing } from '../http/access.ts';
import { AccessWatch } from './access-watch.ts';
import type { FeedClient } from './feed-client.ts';
import type { FeedHub } from './feed-hub.ts';

/** What the feed is served with. */
export interface FeedService {
  readonly hub: FeedHub;
  /** Finds out who connects; null for nobody. Refuses cookies that pages of other origins make a browser send. @throws VigilError `origin-refused` */
  readonly authenticate: (request: FastifyRequest) => Promise<Caller | null>;
}

const floodWindowMs = 10_000;

/** Serves `/ws`. The hub is closed with the app, before it stops to listen. `docs/feed.md` has the protocol. */
export async function serveFeed(app: FastifyInstance, { hub, authenticate }: FeedService): Promise<void> {
  const { limits } = hub;
  const watch = new AccessWatch({ authenticate, accessMs: limits.accessMs });
  const clientsOfUser = new Map<string, number>();
  await app.register(websocket, {
    options: { maxPayload: limits.clientMessageBytes, perMessageDeflate: false },
    // a connection that breaks is no fault of ours; ws has sent the code where there is one to send
    errorHandler: (error, _socket, request) => request.log.debug({ err: error }, 'a connection of the feed broke'),
    preClose: async () => {
      await Promise.all([hub[Symbol.asyncDispose](), watch[Symbol.asyncDispose]()]);
      app.websocketServer.close();
    },
  });
  app.route({
    method: 'GET',
    url: '/ws',
    schema: { hide: true, querystring: feedQuerySchema },
    config: { access: viewing },
    onRequest: async (request) => {
      if (hub.isStopping) throw new VigilError('shutting-down', 'The service is stopping; connect again in a moment');
      request.caller = await admittedCaller(request, authenticate);
      const ofUser = clientsOfUser.get(request.caller.userId) ?? 0;
      refuseCrowd('The service', hub.clientCount, limits.clients);
      refuseCrowd('The user', ofUser, limits.clientsOfUser);
    },
    handler: async () => {
      throw new VigilError('bad-request', 'This is a WebSocket: connect with Upgrade: websocket');
    },
    wsHandler: (socket, request) => {
      const { after, topics = [...feedTopics] } = request.query as z.output<typeof feedQuerySchema>;
      if (request.caller !== null) countUser(clientsOfUser, request.caller.userId, socket);
      watch.add({ socket, request });
      const client = hub.join(socket, { after, topics });
      listen(client, limits.clientMessages);
    },
  });
}

async function admittedCaller(request: FastifyRequest, authenticate: FeedService['authenticate']): Promise<Caller> {
  const caller = await authenticate(request);
  if (caller === null) throw new VigilError('not-signed-in', 'Sign in, or send an API key that is valid');
  if (!mayUse(viewing, caller)) throw new VigilError('forbidden', 'This needs the scope read');
  return caller;
}

function refuseCrowd(whose: string, count: number, most: number): void {
  if (count < most) return;
  throw new VigilError('rate-limited', `${whose} has ${count} connections to the feed, and may have ${most}`, {
    connections: count,
    limit: most,
    retryAfterSeconds: 10,
  });
}

function countUser(clientsOfUser: Map<string, number>, userId: string, socket: WebSocket): void {
  clientsOfUser.set(userId, (clientsOfUser.get(userId) ?? 0) + 1);
  socket.on('close', () => {
    const left = (clientsOfUser.get(userId) ?? 1) - 1;
    if (left === 0) clientsOfUser.delete(userId);
    else clientsOfUser.set(userId, left);
  });
}

/** Does what the client says, and closes what does not keep to the protocol. */
function listen(client: FeedClient, mostMessages: number): void {
  const { socket } = client;
  let windowStartMs = performance.now();
  let count = 0;
  socket.on('message', (data, isBinary) => {
    if (performance.now() - windowStartMs > floodWindowMs) [windowStartMs, count] = [performance.now(), 0];
    count += 1;
    if (count > mostMessages) socket.close(feedCloseCodes.tooMany, `more than ${mostMessages} messages in 10 s`);
    else if (isBinary) socket.close(feedCloseCodes.notText, 'send texts');
    else obey(client, String(data));
  });
}

function obey(client: FeedClient, text: string): void {
  const message = parsed(text);
  if (message === null) client.socket.close(feedCloseCodes.notUnderstood, 'not a message of this protocol');
  else if (message.type === 'ping') client.tell({ type: 'pong' });
  else {
    const after = message.after ?? client.position;
    client.tell({ type: 'subscribed', topics: message.topics, sequence: after });
    client.subscribe({ after, topics: message.topics });
  }
}

function parsed(text: string): z.output<typeof feedClientMessageSchema> | null {
  try {
    return feedClientMessageSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

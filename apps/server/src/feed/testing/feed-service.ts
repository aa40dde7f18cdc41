import type { Store } from '@vigil/store';
import type { FastifyRequest } from 'fastify';
import { pino } from 'pino';
import type { Caller } from '../../http/access.ts';
import { buildApp } from '../../http/build-app.ts';
import { FeedHub } from '../feed-hub.ts';
import type { FeedLimits } from '../feed-limits.ts';
import { serveFeed } from '../serve-feed.ts';

/** Who may connect, by the text after `Bearer `; changed by tests while connections are open. */
export type KnownCallers = Map<string, Caller>;

/** A caller with an API key that may read. */
export function keyCaller(id: string, scopes: Caller['scopes'] = ['read']): Caller {
  return { kind: 'api-key', id, userId: `user-of-${id}`, name: id, role: 'viewer', scopes, sessionId: null };
}

/** A running feed. */
export interface TestFeed extends AsyncDisposable {
  readonly hub: FeedHub;
  /** Address of `/ws`. */
  readonly url: string;
  readonly callers: KnownCallers;
}

/** Sends with the key that every test feed knows. */
export const known = { authorization: 'Bearer known' };

/** Serves the feed of a store on a free port of loopback, for the known callers or those of real accounts. */
export async function startTestFeed(
  store: Store,
  limits: Partial<FeedLimits> = {},
  accounts?: { authenticate(request: FastifyRequest): Promise<Caller | null> },
): Promise<TestFeed> {
  const log = pino({ level: 'silent' });
  const callers: KnownCallers = new Map([['known', keyCaller('known')]]);
  const authenticate = async (request: FastifyRequest): Promise<Caller | null> => {
    if (accounts !== undefined) return await accounts.authenticate(request);
    return callers.get(request.headers.authorization?.replace('Bearer ', '') ?? '') ?? null;
  };
  const hub = await FeedHub.open({ events: store.events, clock: Date.now, log, limits });
  const app = await buildApp(
    { service: 'dashboard', version: '0', log, trustedProxies: null, authenticate, sessionCookie: 'session', checkReplies: true },
    [],
    (built) => serveFeed(built, { hub, authenticate }),
  );
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    hub,
    callers,
    url: `${address.replace('http:', 'ws:')}/ws`,
    [Symbol.asyncDispose]: () => app.close(),
  };
}

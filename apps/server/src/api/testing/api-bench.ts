import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@vigil/contracts';
import { openDiskMediaStore } from '@vigil/media-store';
import { openSqliteStore } from '@vigil/store';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { pino } from 'pino';
import { openAuditLog } from '../../audit/audit-log.ts';
import { readConfiguration } from '../../config.ts';
import type { Caller } from '../../http/access.ts';
import { buildApp } from '../../http/build-app.ts';
import type { RouteDefinition } from '../../http/route.ts';
import type { ServerContext } from '../../server-context.ts';

/** A request as tests write it. */
export interface TestRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS' | 'TRACE';
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Who sends it; null for nobody. An administrator where left out. */
  readonly as?: Role | null;
}

/** The fields of replies that tests go on with; assertions see the whole. */
export interface ReplyBody {
  readonly id: string;
  readonly version: number;
  readonly jobId: string;
  readonly code: string;
  readonly nextCursor: string;
  readonly items: readonly { readonly id: string }[];
  readonly results: readonly {
    readonly id: string;
    readonly outcome: string;
    readonly error: { readonly code: string } | null;
  }[];
}

/** A reply, read. */
export interface TestReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** The JSON; the text where it is none. */
  readonly body: ReplyBody;
}

/** Routes over a real store and a real media store in a temporary folder. */
export interface ApiBench extends AsyncDisposable {
  readonly context: ServerContext;
  readonly app: FastifyInstance;
  /** Folder for what a test puts beside the stores. */
  readonly folder: string;
  send(request: TestRequest): Promise<TestReply>;
}

/** Opens a bench. Replies are held against their schemas. */
export async function openApiBench(
  routesOf: (context: ServerContext) => readonly RouteDefinition[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ApiBench> {
  await using opened = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'vigil-api-'));
  opened.defer(() => rm(folder, { recursive: true }));
  const configuration = readConfiguration({ DATA_DIR: folder, LOG_LEVEL: 'silent', DISK_RESERVE: '1', ...environment });
  const clock = Date.now;
  const store = opened.use(await openSqliteStore({ file: join(folder, 'vigil.sqlite'), clock }));
  const media = opened.use(await openDiskMediaStore({ folder: join(folder, 'media'), quotaBytes: null, reserveBytes: 1, clock }));
  const log = pino({ level: 'silent' });
  const context: ServerContext = { configuration, store, media, clock, log, audit: openAuditLog(store), version: '0.0.0-test' };
  const app = await buildApp(
    {
      service: 'api',
      version: context.version,
      log,
      trustedProxies: null,
      authenticate: async (request) => callerOf(request),
      sessionCookie: 'session',
      checkReplies: true,
    },
    routesOf(context),
  );
  opened.defer(() => app.close());
  const parts = opened.move();
  return {
    context,
    app,
    folder,
    async send({ method = 'GET', url, body, headers = {}, as = 'admin' }) {
      const reply = await app.inject({
        method,
        url,
        headers: { ...(as === null ? {} : { 'x-test-role': as }), ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      });
      const isJson = String(reply.headers['content-type']).startsWith('application/json');
      return {
        status: reply.statusCode,
        headers: reply.headers,
        text: reply.body,
        body: (isJson ? reply.json() : reply.body) as ReplyBody,
      };
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

function callerOf({ headers }: FastifyRequest): Caller | null {
  const role = headers['x-test-role'] as Role | undefined;
  if (role === undefined) return null;
  return { kind: 'user', id: `user-${role}`, userId: `user-${role}`, name: `The ${role}`, role, scopes: null, sessionId: null };
}

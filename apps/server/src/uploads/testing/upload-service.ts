import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDiskMediaStore, type MediaStore } from '@vigil/media-store';
import { openSqliteStore, type Store } from '@vigil/store';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { openAuditLog } from '../../audit/audit-log.ts';
import { readConfiguration } from '../../config.ts';
import { buildApp } from '../../http/build-app.ts';
import type { RouteDefinition } from '../../http/route.ts';
import type { ServerContext } from '../../server-context.ts';

/** What a test may decide of a service. */
export interface UploadServiceOptions {
  readonly routes: (context: ServerContext) => readonly RouteDefinition[];
  /** Data folder of a service that was stopped; a new one where left out. */
  readonly folder?: string | undefined;
  readonly quotaBytes?: number | null | undefined;
  /** Environment variables. */
  readonly environment?: Record<string, string> | undefined;
  readonly clock?: (() => number) | undefined;
}

/** A service that listens on loopback, on stores of its own. The header `x-user` says who sends a request: an operator, or `viewer`. */
export class UploadService implements AsyncDisposable {
  readonly folder: string;
  readonly context: ServerContext;
  readonly app: FastifyInstance;
  readonly address: string;
  #removesFolder = true;

  constructor(folder: string, context: ServerContext, app: FastifyInstance) {
    this.folder = folder;
    this.context = context;
    this.app = app;
    this.address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  }

  /** Starts a service. */
  static async start(options: UploadServiceOptions): Promise<UploadService> {
    const { folder = mkdtempSync(join(tmpdir(), 'vigil-uploads-')), quotaBytes = null, clock = Date.now } = options;
    mkdirSync(folder, { recursive: true });
    const log = pino({ level: 'silent' });
    const store = await openSqliteStore({ file: join(folder, 'store.sqlite'), clock });
    const media = await openDiskMediaStore({ folder: join(folder, 'media'), quotaBytes, reserveBytes: 0, clock });
    const configuration = readConfiguration({ DATA_DIR: folder, ...options.environment });
    const context: ServerContext = { configuration, store, media, clock, log, audit: openAuditLog(store), version: 'test' };
    const app = await buildApp(
      {
        service: 'api',
        version: 'test',
        log,
        trustedProxies: null,
        sessionCookie: 'session',
        checkReplies: true,
        authenticate: async ({ headers }) => {
          const name = headers['x-user'];
          if (typeof name !== 'string') return null;
          const role = name === 'viewer' ? 'viewer' : 'operator';
          return { kind: 'user', id: name, userId: name, name, role, scopes: null, sessionId: 'session' };
        },
      },
      options.routes(context),
    );
    await app.listen({ host: '127.0.0.1', port: 0 });
    return new UploadService(folder, context, app);
  }

  get store(): Store {
    return this.context.store;
  }

  get media(): MediaStore {
    return this.context.media;
  }

  /** Names of the files in the folder of unfinished uploads. */
  unfinished(): string[] {
    return readdirSync(this.media.temporaryFolder('uploads'));
  }

  /** Sends a request as a user. */
  async fetch(path: string, { user = 'olga', ...init }: RequestInit & { readonly user?: string } = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (user !== '') headers.set('x-user', user);
    return await fetch(`${this.address}${path}`, { ...init, headers });
  }

  /** Stops the service and leaves its data for the next; the connections break. */
  async stop(): Promise<string> {
    this.#removesFolder = false;
    await this[Symbol.asyncDispose]();
    return this.folder;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.app.server.closeAllConnections();
    await this.app.close();
    await this.store[Symbol.asyncDispose]();
    await this.media[Symbol.asyncDispose]();
    if (this.#removesFolder) rmSync(this.folder, { recursive: true, force: true });
  }
}

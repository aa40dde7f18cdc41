import { feedCloseCodes } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import type { WebSocket } from '@fastify/websocket';
import { type Caller, mayUse, viewing } from '../http/access.ts';

/** A connection and the request that it was opened with. */
export interface WatchedConnection {
  readonly socket: WebSocket;
  readonly request: FastifyRequest;
}

/** What access is watched with. */
export interface AccessWatchRequest {
  readonly authenticate: (request: FastifyRequest) => Promise<Caller | null>;
  /** Between two looks, milliseconds. */
  readonly accessMs: number;
}

/** Cuts connections whose session was ended, whose key was revoked or whose user was disabled, soon after that was done. */
export class AccessWatch implements AsyncDisposable {
  readonly #authenticate: AccessWatchRequest['authenticate'];
  readonly #timer: NodeJS.Timeout;
  /** By what they signed in with, so that each is asked for once however many connections it has. */
  readonly #connections = new Map<string, Set<WatchedConnection>>();
  #looking: Promise<void> | null = null;
  #isStopped = false;

  constructor({ authenticate, accessMs }: AccessWatchRequest) {
    this.#authenticate = authenticate;
    this.#timer = setInterval(() => {
      this.#looking ??= this.#look().finally(() => (this.#looking = null));
    }, accessMs);
  }

  /** Watches a connection until it is closed. */
  add(connection: WatchedConnection): void {
    const key = credentialsOf(connection.request);
    const sharing = this.#connections.get(key) ?? new Set();
    this.#connections.set(key, sharing.add(connection));
    connection.socket.on('close', () => {
      sharing.delete(connection);
      if (sharing.size === 0 && this.#connections.get(key) === sharing) this.#connections.delete(key);
    });
  }

  /** Ends the watch. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#timer);
    await this.#looking;
  }

  async #look(): Promise<void> {
    for (const sharing of this.#connections.values()) {
      const [first] = sharing;
      if (this.#isStopped) return;
      if (first === undefined) continue;
      const code = await this.#closeCode(first.request);
      if (code !== null) for (const { socket } of sharing) socket.close(code, 'sign in again');
    }
  }

  /** The code to close with; null where access goes on, also while the store cannot say. */
  async #closeCode(request: FastifyRequest): Promise<number | null> {
    try {
      const caller = await this.#authenticate(request);
      if (caller === null) return feedCloseCodes.signedOut;
      return mayUse(viewing, caller) ? null : feedCloseCodes.forbidden;
    } catch (error) {
      request.log.debug({ err: error }, 'access could not be looked up');
      return null;
    }
  }
}

function credentialsOf({ headers }: FastifyRequest): string {
  return JSON.stringify([headers.authorization ?? null, headers.cookie ?? null]);
}

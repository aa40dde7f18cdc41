import type { Clock, Store } from '@vigil/store';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify';
import type { AuditLog } from '../audit/audit-log.ts';
import { apiKeyRoutes } from '../api/api-key-routes.ts';
import { auditRoutes } from '../api/audit-routes.ts';
import { authRoutes } from '../api/auth-routes.ts';
import { userRoutes } from '../api/user-routes.ts';
import type { Caller } from '../http/access.ts';
import type { RouteDefinition } from '../http/route.ts';
import type { AccountContext } from './account-context.ts';
import { openAccountLibrary } from './library/account-library.ts';
import { allowOrigins } from './limits/cross-origin.ts';
import { requestLimits } from './limits/request-limits.ts';
import { signInLock } from './limits/sign-in-lock.ts';
import { authenticateRequest } from './sessions/authenticate.ts';
import { CallerCache } from './sessions/caller-cache.ts';
import { originCheck } from './sessions/origin-check.ts';
import { sessionCookieName } from './sessions/session-cookie.ts';
import { type Credentials, ensureFirstAdmin, firstAdminId } from './users/first-admin.ts';

/** What accounts are made with. */
export interface AccountOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** At least 32 characters; `openSessionSecret` has it. */
  readonly sessionSecret: string;
  /** Whether browsers get cookies for TLS only. */
  readonly secureCookies: boolean;
  /** Origins besides the own one whose pages may send requests. */
  readonly corsOrigins: readonly string[];
  /** By how much more than usual everybody may send; 1 where left out. */
  readonly rateLimitFactor?: number;
  readonly log: FastifyBaseLogger;
  readonly audit: AuditLog;
}

/** Users, sessions and keys of one process. */
export interface Accounts {
  readonly context: AccountContext;
  /**
   * Who sends a request, or opens a WebSocket; null for nobody. What another process revokes, disables or demotes holds here at most
   * 2 s longer.
   *
   * @throws VigilError `origin-refused`, `rate-limited`, `store-unavailable`
   */
  authenticate(request: FastifyRequest): Promise<Caller | null>;
  /** Routes of accounts, keys and the audit log, for the API service. */
  routes(): readonly RouteDefinition[];
  /** Cross-origin replies and rate limits of an app; to be called before it listens. */
  protect(app: FastifyInstance): void;
  /** Makes the first administrator; what it returns is to be printed, and is told once. Null where there is one. */
  ensureFirstAdmin(configured: Credentials | null): Promise<Credentials | null>;
}

/** Opens the accounts of a store. */
export async function openAccounts(options: AccountOptions): Promise<Accounts> {
  const { store, clock, sessionSecret, secureCookies, log, audit } = options;
  const cookieName = sessionCookieName(secureCookies);
  const library = openAccountLibrary({
    records: store.accounts,
    secret: sessionSecret,
    cookieName,
    secureCookies,
    log,
  });
  const context: AccountContext = {
    store,
    clock,
    library,
    cookieName,
    origins: originCheck(options),
    cache: new CallerCache(clock),
    lock: signInLock(store.accounts, clock),
    audit,
  };
  const limits = requestLimits(clock, options.rateLimitFactor ?? 1);
  return {
    context,
    async authenticate(request) {
      const caller = await authenticateRequest(context, request);
      if (caller === null) limits.countStranger(request);
      else limits.countCaller(caller);
      return caller;
    },
    routes: () => [...authRoutes(context), ...userRoutes(context), ...apiKeyRoutes(context), ...auditRoutes(store)],
    protect(app) {
      allowOrigins(app, context.origins);
      limits.protect(app);
    },
    async ensureFirstAdmin(configured) {
      const made = await ensureFirstAdmin({ store, clock, hash: library.hashPassword }, configured);
      if (made !== null) {
        const details = { email: made.email.toLowerCase(), role: 'admin' };
        await audit.enter(null, { action: 'user.create', target: `user:${firstAdminId}`, details });
      }
      return made;
    },
  };
}

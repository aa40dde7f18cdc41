import type { FastifyInstance } from 'fastify';
import type { Accounts } from '../accounts/accounts.ts';
import { buildApp } from '../http/build-app.ts';
import type { RouteDefinition } from '../http/route.ts';
import { healthRoutes } from '../operations/health-routes.ts';
import { metricsRoute, ServiceMetrics } from '../operations/metrics.ts';
import type { ServerContext } from '../server-context.ts';
import { listen } from './listen.ts';

/** One of the two services. */
export interface AppRequest {
  readonly service: 'api' | 'dashboard';
  readonly context: ServerContext;
  readonly accounts: Accounts;
  readonly routes: readonly RouteDefinition[];
  /** Registers what routes alone cannot say. */
  readonly extend?: ((app: FastifyInstance) => Promise<void>) | undefined;
  readonly stopping: () => boolean;
}

/** The app of a service with what both have in common: limits, health, figures. It does not listen. */
export async function buildService(request: AppRequest): Promise<{ app: FastifyInstance; metrics: ServiceMetrics }> {
  const { service, context, accounts, routes, extend, stopping } = request;
  const { configuration, store, media, clock, log, version } = context;
  const authenticate = accounts.authenticate.bind(accounts);
  const metrics = new ServiceMetrics({ service, version, store, media, clock });
  const dependencies = [
    { name: 'store', check: () => store.ping() },
    { name: 'media', check: async () => void (await media.usage()) },
  ];
  const table = [
    ...healthRoutes({ service, version, dependencies, stopping }),
    metricsRoute(metrics, { token: configuration.metricsToken, authenticate }),
    ...routes,
  ];
  const options = {
    service,
    version,
    log: log.child({ service }),
    trustedProxies: configuration.trustedProxies,
    authenticate,
    sessionCookie: accounts.context.cookieName,
    checkReplies: false,
  };
  const app = await buildApp(options, table, async (built) => {
    accounts.protect(built);
    metrics.watch(built);
    await extend?.(built);
  });
  return { app, metrics };
}

/** Builds a service and lets it listen. */
export async function startApp(request: AppRequest): Promise<{ app: FastifyInstance; metrics: ServiceMetrics; address: string }> {
  const { service, context } = request;
  const { host, apiPort, dashboardPort } = context.configuration;
  const built = await buildService(request);
  const address = await listen(built.app, host, service === 'api' ? apiPort : dashboardPort);
  return { ...built, address };
}

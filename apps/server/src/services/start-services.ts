import { distFolder } from '@vigil/web/pages';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { openAccounts } from '../accounts/accounts.ts';
import { openSessionSecret } from '../accounts/secrets/session-secret.ts';
import type { Credentials } from '../accounts/users/first-admin.ts';
import { apiRoutes } from '../api/api-routes.ts';
import type { Configuration } from '../configuration/configuration.ts';
import { dashboardRoutes } from '../dashboard/dashboard-routes.ts';
import { announceProcess } from '../dashboard/service-presence.ts';
import { serveWallFiles } from '../dashboard/wall-files.ts';
import { wallRoutes } from '../dashboard/wall-routes.ts';
import { announcementDelays } from '../feed/announcement-delays.ts';
import { FeedHub } from '../feed/feed-hub.ts';
import { serveFeed } from '../feed/serve-feed.ts';
import { startFrontend } from '../frontend/start-frontend.ts';
import { startNotifier } from '../notifications/start-notifier.ts';
import { repairUploads } from '../uploads/repair-uploads.ts';
import { UploadDesk } from '../uploads/upload-desk.ts';
import { startWorker } from '../worker/worker.ts';
import { openContext } from './open-context.ts';
import type { ReadyMessage } from './ready-message.ts';
import { startApp } from './start-app.ts';

/** What a process runs. */
export interface RunningServices {
  readonly addresses: ReadyMessage['addresses'];
  /** The first administrator, where this start made it with a password of its own: to be shown once. */
  readonly firstAdmin: Credentials | null;
  /** Takes nothing new, ends what runs, closes everything. */
  stop(): Promise<void>;
}

/** Starts the services that the configuration names. */
export async function startServices(
  configuration: Configuration,
  log: FastifyBaseLogger,
  version: string,
): Promise<RunningServices> {
  const { serviceType } = configuration;
  const runs = (service: 'api' | 'dashboard' | 'worker'): boolean => serviceType === 'all' || serviceType === service;
  let isStopping = false;
  const stopping = (): boolean => isStopping;
  if (serviceType === 'frontend') {
    const { host, frontendPort: port } = configuration;
    const { app, address } = await startFrontend({ host, port, version, log, behind: { api: null, dashboard: null } });
    return { addresses: { frontend: address }, firstAdmin: null, stop: () => app.close() };
  }
  await using opened = new AsyncDisposableStack();
  const context = opened.use(await openContext(configuration, log, version));
  const { store, clock, audit } = context;
  const addresses: { api?: string; dashboard?: string; frontend?: string } = {};
  const apps: FastifyInstance[] = [];
  const behind: { api: FastifyInstance | null; dashboard: FastifyInstance | null } = { api: null, dashboard: null };
  let firstAdmin: Credentials | null = null;
  if (runs('api') || runs('dashboard')) {
    const sessionSecret = await openSessionSecret({
      configured: configuration.sessionSecret,
      dataFolder: configuration.dataFolder,
      store,
    });
    const { secureCookies, corsOrigins, rateLimitFactor } = configuration;
    const options = { sessionSecret, secureCookies, corsOrigins, rateLimitFactor };
    const accounts = await openAccounts({ store, clock, log, audit, ...options });
    const made = await accounts.ensureFirstAdmin(configuration.firstAdmin);
    firstAdmin = configuration.firstAdmin === null ? made : null;
    if (runs('api')) {
      await repairUploads(new UploadDesk(context));
      const { app, address } = await startApp({
        service: 'api',
        context,
        accounts,
        routes: apiRoutes(context, accounts),
        stopping,
      });
      apps.push(app);
      addresses.api = address;
      behind.api = app;
    }
    if (runs('dashboard')) {
      const hub = await FeedHub.open({ events: store.events, clock, log });
      const extend = async (app: FastifyInstance): Promise<void> => {
        await serveFeed(app, { hub, authenticate: accounts.authenticate.bind(accounts) });
        await serveWallFiles(app, distFolder);
      };
      const routes = [...dashboardRoutes(context, hub), ...wallRoutes(context, accounts.context, distFolder)];
      const { app, address, metrics } = await startApp({ service: 'dashboard', context, accounts, routes, extend, stopping });
      hub.observe(announcementDelays(clock, (seconds) => metrics.incidentAnnounced(seconds)));
      apps.push(app);
      addresses.dashboard = address;
      behind.dashboard = app;
      opened.use(startNotifier(context));
    }
  }
  if (serviceType === 'all') {
    const { host, frontendPort: port } = configuration;
    const { app, address } = await startFrontend({ host, port, version, log, behind });
    // stops first: it hands over to the others
    apps.unshift(app);
    addresses.frontend = address;
  }
  const worker = runs('worker') ? opened.use(startWorker(context)) : null;
  const running = serviceType === 'all' ? ['api', 'dashboard', 'worker', 'frontend'] : [serviceType];
  opened.use(announceProcess(context, running));
  const parts = opened.move();
  return {
    addresses,
    firstAdmin,
    async stop() {
      isStopping = true;
      // At the same time: a slow download must not take the time that checkpoints need.
      await Promise.all([worker?.stop(), ...apps.map((app) => app.close())]);
      await parts.disposeAsync();
    },
  };
}

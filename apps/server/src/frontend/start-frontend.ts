import { distFolder } from '@vigil/web/pages';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { listen } from '../services/listen.ts';
import { handingOver, type ServicesBehind } from './hand-over.ts';
import { pagesFolder } from './pages-folder.ts';
import { servePages } from './serve-pages.ts';

/** What the frontend is started with. */
export interface FrontendRequest {
  readonly host: string;
  readonly port: number;
  readonly version: string;
  readonly log: FastifyBaseLogger;
  readonly behind: ServicesBehind;
}

/** Serves the web application; in a process with the services, everything is at this one address. It does not wait for the pages to be built. */
export async function startFrontend({
  host,
  port,
  version,
  log,
  behind,
}: FrontendRequest): Promise<{ readonly app: FastifyInstance; readonly address: string }> {
  const serve = handingOver(behind);
  const app = Fastify({
    loggerInstance: log.child({ service: 'frontend' }),
    logController: new LogController({ disableRequestLogging: true }),
    serverFactory: (pages) => serve(pages),
  });
  app.get('/health', async () => ({ status: 'ok', service: 'frontend', timestamp: new Date().toISOString(), version }));
  const built = pagesFolder(log);
  built.catch((error: unknown) => log.error({ err: error }, 'the pages could not be built'));
  await servePages(app, distFolder, built);
  return { app, address: await listen(app, host, port) };
}

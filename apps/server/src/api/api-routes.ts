import type { Accounts } from '../accounts/accounts.ts';
import type { RouteDefinition } from '../http/route.ts';
import type { ServerContext } from '../server-context.ts';
import { analysisRoutes } from './analysis-routes.ts';
import { incidentRoutes } from './incident-routes.ts';
import { jobRoutes } from './job-routes.ts';
import { uploadRoutes } from './upload-routes.ts';
import { videoRoutes } from './video-routes.ts';

/** The route table of the API service. */
export function apiRoutes(context: ServerContext, accounts: Pick<Accounts, 'routes'>): RouteDefinition[] {
  const resources = [uploadRoutes, videoRoutes, analysisRoutes, incidentRoutes, jobRoutes].flatMap((routes) => routes(context));
  return [...accounts.routes(), ...resources];
}

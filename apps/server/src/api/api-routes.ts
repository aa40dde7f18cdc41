import type { Accounts } from '../accounts/accounts.ts';
import type { RouteDefinition } from '../http/route.ts';
import type { ServerContext } from '../server-context.ts';
import { analysisRoutes } from './analysis-routes.ts';
import { correctionRoutes } from './correction-routes.ts';
import { evaluationRoutes } from './evaluation-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { incidentRoutes } from './incident-routes.ts';
import { jobRoutes } from './job-routes.ts';
import { labelSetRoutes } from './label-set-routes.ts';
import { mediaRoutes } from './media-routes.ts';
import { modelRoutes } from './model-routes.ts';
import { notificationRoutes } from './notification-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { profileRoutes } from './profile-routes.ts';
import { savedViewRoutes } from './saved-view-routes.ts';
import { similarRoutes } from './similar-routes.ts';
import { settingsRoutes } from './settings-routes.ts';
import { stillRoutes } from './still-routes.ts';
import { uploadRoutes } from './upload-routes.ts';
import { versionRoutes } from './version-routes.ts';
import { videoRoutes } from './video-routes.ts';

const resources = [
  versionRoutes,
  uploadRoutes,
  videoRoutes,
  analysisRoutes,
  incidentRoutes,
  similarRoutes,
  savedViewRoutes,
  peopleRoutes,
  profileRoutes,
  correctionRoutes,
  evaluationRoutes,
  labelSetRoutes,
  jobRoutes,
  mediaRoutes,
  stillRoutes,
  exportRoutes,
  modelRoutes,
  notificationRoutes,
  settingsRoutes,
];

/** The route table of the API service. */
export function apiRoutes(context: ServerContext, accounts: Pick<Accounts, 'routes'>): RouteDefinition[] {
  return [...accounts.routes(), ...resources.flatMap((routes) => routes(context))];
}

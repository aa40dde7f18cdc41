import type { RouteDefinition } from '../http/route.ts';
import type { ServerContext } from '../server-context.ts';

/** Routes of the dashboard service. */
export function dashboardRoutes(_context: ServerContext): RouteDefinition[] {
  return [];
}

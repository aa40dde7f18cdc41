import { versionSchema } from '@vigil/contracts';
import { publicRoute, type RouteDefinition } from '../http/route.ts';
import type { ServerContext } from '../server-context.ts';

/** What runs here. */
export function versionRoutes({ version }: ServerContext): RouteDefinition[] {
  return [
    publicRoute({
      method: 'GET',
      url: '/api/version',
      summary: 'Version of the release and of the API',
      tag: 'operations',
      replies: { 200: versionSchema },
      handler: async () => ({ name: 'vigil', version, api: 'v1' }),
    }),
  ];
}

import { modelListSchema } from '@vigil/contracts';
import { viewing } from '../http/access.ts';
import { route, type RouteDefinition } from '../http/route.ts';
import { ModelList } from '../models/model-list.ts';
import type { ServerContext } from '../server-context.ts';

/** Models, and whether this server has them. */
export function modelRoutes(context: ServerContext): RouteDefinition[] {
  const models = new ModelList(context);
  return [
    route({
      method: 'GET',
      url: '/api/v1/models',
      access: viewing,
      summary: 'Every model: installed, or why not and how to install it',
      tag: 'models',
      replies: { 200: modelListSchema },
      handler: async () => ({ items: await models.read() }),
    }),
  ];
}

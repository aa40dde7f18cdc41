import { modelListSchema, recordParamsSchema, shownJobSchema } from '@vigil/contracts';
import { managing, viewing } from '../http/access.ts';
import { route, type RouteDefinition } from '../http/route.ts';
import { shownJob } from '../jobs/shown-job.ts';
import { installModel } from '../models/install-model.ts';
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
    route({
      method: 'POST',
      url: '/api/v1/models/:id/installation',
      access: managing,
      summary: 'Build a model into the cache, by a job',
      tag: 'models',
      params: recordParamsSchema,
      replies: { 202: shownJobSchema },
      errors: ['conflict', 'model-unavailable'],
      handler: async ({ params, caller, request }) => shownJob(await installModel(context, { id: params.id, caller, request })),
    }),
  ];
}

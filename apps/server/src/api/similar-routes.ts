import { recordParamsSchema, similarIncidentsSchema, similarQuerySchema } from '@vigil/contracts';
import { viewing } from '../http/access.ts';
import { route, type RouteDefinition } from '../http/route.ts';
import { similarIncidents } from '../incidents/similar-incidents.ts';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';

/** Finding incidents by what they look like. */
export function similarRoutes(context: ServerContext): RouteDefinition[] {
  return [
    route({
      method: 'GET',
      url: '/api/v1/incidents/:id/similar',
      access: viewing,
      summary: 'Incidents whose strangest thing looks most like that of this one',
      description: 'It is compared with the newest 5000 that something was looked at in.',
      tag: 'incidents',
      params: recordParamsSchema,
      query: similarQuerySchema,
      replies: { 200: similarIncidentsSchema },
      handler: async ({ params, query, caller }) => {
        const incident = await requireRecord(context.store.incidents, 'incident', params.id);
        return await similarIncidents(context, caller.userId, incident, query.limit);
      },
    }),
  ];
}

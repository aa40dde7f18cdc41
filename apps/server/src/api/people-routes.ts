import { peopleSchema } from '@vigil/contracts';
import { viewing } from '../http/access.ts';
import { route, type RouteDefinition } from '../http/route.ts';
import { listPeople } from '../people/list-people.ts';
import type { ServerContext } from '../server-context.ts';

/** Names of the users, without what only administrators see. */
export function peopleRoutes({ store }: ServerContext): RouteDefinition[] {
  return [
    route({
      method: 'GET',
      url: '/api/v1/people',
      access: viewing,
      summary: 'Names of the users, for those that incidents are assigned to; at most 1000',
      tag: 'users',
      replies: { 200: peopleSchema },
      handler: async () => ({ items: await listPeople(store) }),
    }),
  ];
}

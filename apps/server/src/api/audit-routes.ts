import { auditListQuerySchema, auditPageSchema } from '@vigil/contracts';
import type { Store } from '@vigil/store';
import { administrating } from '../http/access.ts';
import { route, type RouteDefinition } from '../http/route.ts';

/** Who did what, for administrators. */
export function auditRoutes(store: Store): readonly RouteDefinition[] {
  return [
    route({
      method: 'GET',
      url: '/api/v1/audit',
      access: administrating,
      summary: 'Changes and sign-ins, the newest first',
      tag: 'audit',
      query: auditListQuerySchema,
      replies: { 200: auditPageSchema },
      handler: async ({ query: { limit, cursor, ...filter } }) => store.audit.list({ limit, cursor, filter }),
    }),
  ];
}

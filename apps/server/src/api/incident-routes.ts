import {
  bulkIncidentChangeSchema,
  bulkIncidentResultSchema,
  incidentChangeSchema,
  incidentListQuerySchema,
  incidentPageSchema,
  incidentRecordSchema,
  recordParamsSchema,
} from '@vigil/contracts';
import { reviewing, viewing } from '../http/access.ts';
import { tellVersion } from '../http/if-match.ts';
import { route, type RouteDefinition } from '../http/route.ts';
import { listIncidents } from '../incidents/list-incidents.ts';
import { reviewIncident } from '../incidents/review-incident.ts';
import { reviewIncidents } from '../incidents/review-incidents.ts';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';

/** Incidents, and what people make of them. */
export function incidentRoutes(context: ServerContext): RouteDefinition[] {
  return [
    route({
      method: 'GET',
      url: '/api/v1/incidents',
      access: viewing,
      summary: 'Incidents, latest first; without the courses, arrows and skeletons that one incident has',
      tag: 'incidents',
      query: incidentListQuerySchema,
      replies: { 200: incidentPageSchema },
      handler: ({ query }) => listIncidents(context, query),
    }),
    route({
      method: 'GET',
      url: '/api/v1/incidents/:id',
      access: viewing,
      summary: 'One incident',
      tag: 'incidents',
      params: recordParamsSchema,
      replies: { 200: incidentRecordSchema },
      handler: async ({ params, reply }) =>
        tellVersion(reply, await requireRecord(context.store.incidents, 'incident', params.id)),
    }),
    route({
      method: 'PATCH',
      url: '/api/v1/incidents/:id',
      access: reviewing,
      summary: 'Review an incident: confirm, dismiss, reopen, note, tag, assign, hold',
      tag: 'incidents',
      ifMatch: true,
      params: recordParamsSchema,
      body: incidentChangeSchema,
      replies: { 200: incidentRecordSchema },
      handler: async ({ params, body, caller, request, reply }) =>
        tellVersion(reply, await reviewIncident(context, { id: params.id, change: body, caller, request })),
    }),
    route({
      method: 'POST',
      url: '/api/v1/incidents/bulk',
      access: reviewing,
      summary: 'Review up to 500 incidents alike; each has its own outcome',
      tag: 'incidents',
      body: bulkIncidentChangeSchema,
      replies: { 200: bulkIncidentResultSchema },
      handler: ({ body, caller, request }) => reviewIncidents(context, { order: body, caller, request }),
    }),
  ];
}

import {
  bulkIncidentChangeSchema,
  bulkIncidentResultSchema,
  type IncidentRecord,
  type IncidentView,
  incidentChangeSchema,
  incidentCountsQuerySchema,
  incidentCountsSchema,
  incidentListQuerySchema,
  incidentPageSchema,
  incidentViewSchema,
  recordParamsSchema,
  reviewedChangeSchema,
  reviewedResultSchema,
} from '@vigil/contracts';
import { type Caller, marking, reviewing, viewing } from '../http/access.ts';
import { tellVersion } from '../http/if-match.ts';
import { route, type RouteDefinition } from '../http/route.ts';
import { countIncidents } from '../incidents/count-incidents.ts';
import { listIncidents } from '../incidents/list-incidents.ts';
import { reviewIncident } from '../incidents/review-incident.ts';
import { reviewIncidents } from '../incidents/review-incidents.ts';
import { markReviewed, reviewedAmong } from '../incidents/review-marks.ts';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';

/** Incidents, and what people make of them. */
export function incidentRoutes(context: ServerContext): RouteDefinition[] {
  const { store } = context;
  const seenBy = async ({ userId }: Caller, incident: IncidentRecord): Promise<IncidentView> => {
    const reviewed = await reviewedAmong(store, userId, [incident.id]);
    return { ...incident, reviewed: reviewed.has(incident.id) };
  };
  return [
    route({
      method: 'GET',
      url: '/api/v1/incidents',
      access: viewing,
      summary: 'Incidents, latest first; without the courses, arrows and skeletons that one incident has',
      tag: 'incidents',
      query: incidentListQuerySchema,
      replies: { 200: incidentPageSchema },
      description:
        '`reviewed` goes by the marks of whoever asks (a key acts for its owner). They lie apart from the incidents: a page with it reads at most 1000 incidents, and may have few or none although `nextCursor` names more.',
      handler: ({ query, caller }) => listIncidents(context, caller.userId, query),
    }),
    route({
      method: 'GET',
      url: '/api/v1/incidents/counts',
      access: viewing,
      summary: 'How many incidents pass, by status and by severity; counted up to 1000',
      description:
        'Each group leaves its own filter out. `more` says that there are, or may be, more than were counted; with `reviewed`, the newest 2000 that pass the other filters are looked at.',
      tag: 'incidents',
      query: incidentCountsQuerySchema,
      replies: { 200: incidentCountsSchema },
      handler: ({ query, caller }) => countIncidents(context, caller.userId, query),
    }),
    route({
      method: 'GET',
      url: '/api/v1/incidents/:id',
      access: viewing,
      summary: 'One incident',
      tag: 'incidents',
      params: recordParamsSchema,
      replies: { 200: incidentViewSchema },
      handler: async ({ params, caller, reply }) =>
        tellVersion(reply, await seenBy(caller, await requireRecord(store.incidents, 'incident', params.id))),
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
      replies: { 200: incidentViewSchema },
      handler: async ({ params, body, caller, request, reply }) =>
        tellVersion(reply, await seenBy(caller, await reviewIncident(context, { id: params.id, change: body, caller, request }))),
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
    route({
      method: 'POST',
      url: '/api/v1/incidents/reviewed',
      access: marking,
      summary: 'Mark up to 500 incidents as seen and done by whoever asks, or take the marks away; nobody else sees them',
      tag: 'incidents',
      body: reviewedChangeSchema,
      replies: { 200: reviewedResultSchema },
      handler: ({ body, caller }) => markReviewed(store, caller.userId, body),
    }),
  ];
}

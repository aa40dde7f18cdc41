import {
  activityQuerySchema,
  activitySearchSchema,
  analysisListQuerySchema,
  analysisPageSchema,
  analysisResultSchema,
  analysisSchema,
  analysisTimelineSchema,
  recordParamsSchema,
  timelineQuerySchema,
} from '@vigil/contracts';
import { cancelAnalysis } from '../analyses/cancel-analysis.ts';
import { openResult } from '../analyses/open-result.ts';
import { searchPlace } from '../analyses/search-place.ts';
import { Timelines } from '../analyses/timelines.ts';
import { managing, viewing } from '../http/access.ts';
import { route, type RouteDefinition } from '../http/route.ts';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';

/** Runs of the pipeline over videos. */
export function analysisRoutes(context: ServerContext): RouteDefinition[] {
  const { store } = context;
  const timelines = new Timelines(context);
  return [
    route({
      method: 'GET',
      url: '/api/v1/analyses',
      access: viewing,
      summary: 'Analyses, newest first',
      tag: 'analyses',
      query: analysisListQuerySchema,
      replies: { 200: analysisPageSchema },
      handler: ({ query: { limit, cursor, order, ...filter } }) => store.analyses.list({ limit, cursor, order, filter }),
    }),
    route({
      method: 'GET',
      url: '/api/v1/analyses/:id',
      access: viewing,
      summary: 'One analysis',
      tag: 'analyses',
      params: recordParamsSchema,
      replies: { 200: analysisSchema },
      handler: ({ params }) => requireRecord(store.analyses, 'analysis', params.id),
    }),
    route({
      method: 'POST',
      url: '/api/v1/analyses/:id/cancel',
      access: managing,
      summary: 'Cancel an analysis that has not ended',
      tag: 'analyses',
      params: recordParamsSchema,
      replies: { 202: analysisSchema },
      handler: ({ params, caller, request }) => cancelAnalysis(context, { id: params.id, caller, request }),
    }),
    route({
      method: 'GET',
      url: '/api/v1/analyses/:id/result',
      access: viewing,
      summary: 'The complete result: timeline, budget, senses, incidents as they were found',
      tag: 'analyses',
      params: recordParamsSchema,
      replies: { 200: analysisResultSchema },
      errors: ['gone'],
      handler: async ({ params, reply }) => {
        const { stream, sizeBytes } = await openResult(context, params.id);
        return await reply.type('application/json; charset=utf-8').header('content-length', sizeBytes).send(stream);
      },
    }),
    route({
      method: 'GET',
      url: '/api/v1/analyses/:id/timeline',
      access: viewing,
      summary: 'Surprise over a part of the recording, as finely as so many entries can tell it',
      description:
        'Without a part it is the whole recording. Where it has more frames than entries are asked for, each entry is a stretch of time with the largest value of every sense, so that no peak is lost.',
      tag: 'analyses',
      params: recordParamsSchema,
      query: timelineQuerySchema,
      replies: { 200: analysisTimelineSchema },
      errors: ['gone'],
      handler: ({ params, query: { points, ...span } }) =>
        timelines.read(params.id, {
          startSeconds: span.startSeconds ?? Number.NEGATIVE_INFINITY,
          endSeconds: span.endSeconds ?? Number.POSITIVE_INFINITY,
          points,
        }),
    }),
    route({
      method: 'GET',
      url: '/api/v1/analyses/:id/activity',
      access: viewing,
      summary: 'When something moved in a place of the picture, most movement first',
      description: 'Edges in fractions of the picture. Analyses that kept no record of where things moved are answered with 404.',
      tag: 'analyses',
      params: recordParamsSchema,
      query: activityQuerySchema,
      replies: { 200: activitySearchSchema },
      errors: ['gone'],
      handler: ({ params, query }) => searchPlace(context, params.id, query),
    }),
  ];
}

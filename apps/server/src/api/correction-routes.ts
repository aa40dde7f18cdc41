import {
  correctionListQuerySchema,
  correctionPageSchema,
  correctionRequestSchema,
  correctionSchema,
  recordParamsSchema,
} from '@vigil/contracts';
import { managing, viewing } from '../http/access.ts';
import { route, type RouteDefinition } from '../http/route.ts';
import { acceptCorrection } from '../profiles/accept-correction.ts';
import { previewCorrection } from '../profiles/preview-correction.ts';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';

/** "This is normal": shown before it is done. */
export function correctionRoutes(context: ServerContext): RouteDefinition[] {
  const { corrections } = context.store;
  return [
    route({
      method: 'POST',
      url: '/api/v1/profiles/:id/corrections',
      access: managing,
      summary: 'Work out what calling incidents normal would change',
      tag: 'corrections',
      params: recordParamsSchema,
      body: correctionRequestSchema,
      replies: { 202: correctionSchema },
      handler: ({ params, body, caller, request }) =>
        previewCorrection(context, { profileId: params.id, incidentIds: body.incidentIds, caller, request }),
    }),
    route({
      method: 'GET',
      url: '/api/v1/corrections',
      access: viewing,
      summary: 'Corrections, newest first',
      tag: 'corrections',
      query: correctionListQuerySchema,
      replies: { 200: correctionPageSchema },
      handler: ({ query: { limit, cursor, order, ...filter } }) => corrections.list({ limit, cursor, order, filter }),
    }),
    route({
      method: 'GET',
      url: '/api/v1/corrections/:id',
      access: viewing,
      summary: 'One correction: what would vanish, be missed, be added',
      tag: 'corrections',
      params: recordParamsSchema,
      replies: { 200: correctionSchema },
      handler: ({ params }) => requireRecord(corrections, 'correction', params.id),
    }),
    route({
      method: 'POST',
      url: '/api/v1/corrections/:id/apply',
      access: managing,
      summary: 'Extend the profile as the preview has shown, and dismiss its incidents that nobody has judged',
      tag: 'corrections',
      params: recordParamsSchema,
      replies: { 202: correctionSchema },
      errors: ['gone'],
      handler: ({ params, caller, request }) => acceptCorrection(context, { id: params.id, caller, request }),
    }),
  ];
}

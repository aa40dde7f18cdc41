import { Readable } from 'node:stream';
import { incidentFilterQuerySchema, listOrderSchema, recordParamsSchema } from '@vigil/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { begunStream } from '../export/begun-stream.ts';
import { makeEvidencePack } from '../export/evidence-pack.ts';
import { incidentsAsCsv, incidentsAsJson, type IncidentSelection } from '../export/export-incidents.ts';
import { incidentFiles } from '../export/incident-files.ts';
import { zipOf } from '../export/zip-entry.ts';
import { contentDisposition } from '../files/content-disposition.ts';
import { viewing } from '../http/access.ts';
import { type RouteDefinition, route } from '../http/route.ts';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';

const tag = 'exports';
const selection = z.strictObject({ ...incidentFilterQuerySchema.shape, order: listOrderSchema });
const packQuery = z.strictObject({ original: z.enum(['true', 'false']).optional() });
const zipReply = { 200: { description: 'The ZIP', contentType: 'application/zip' } } as const;

/** Incidents to take along: tables, one incident with its files, and packs that others can verify. */
export function exportRoutes(context: ServerContext): RouteDefinition[] {
  const { store, media, audit } = context;
  const table = (
    ending: 'csv' | 'json',
    contentType: string,
    write: (chosen: IncidentSelection) => AsyncGenerator<string>,
  ): RouteDefinition =>
    route({
      method: 'GET',
      url: `/api/v1/incidents/export.${ending}`,
      access: viewing,
      summary: `Incidents as ${ending.toUpperCase()}, with the filters of the list`,
      tag,
      query: selection,
      replies: { 200: { description: 'The incidents', contentType } },
      handler: async ({ request, reply, query: { order, ...filter } }) => {
        const content = await begunStream(write({ filter, order }));
        return await send(request, reply, `incidents.${ending}`, contentType, () => content);
      },
    });
  return [
    table('csv', 'text/csv; charset=utf-8', (chosen) => incidentsAsCsv(store, chosen)),
    table('json', 'application/json; charset=utf-8', (chosen) => incidentsAsJson(store, chosen)),
    route({
      method: 'GET',
      url: '/api/v1/incidents/:id/export.zip',
      access: viewing,
      summary: 'An incident with its clip, key frame and report',
      tag,
      params: recordParamsSchema,
      replies: zipReply,
      handler: async ({ request, reply, params: { id } }) => {
        const incident = await requireRecord(store.incidents, 'incident', id);
        const { entries } = await incidentFiles(media, incident);
        const modified = new Date(incident.decidedAt);
        return await send(request, reply, `incident-${id}.zip`, 'application/zip', () => zipOf(media, entries, modified));
      },
    }),
    route({
      method: 'GET',
      url: '/api/v1/incidents/:id/evidence-pack.zip',
      access: viewing,
      summary: 'All that an incident rests on, with hashes, versions and how to verify it',
      description: 'Its seal, the last link of a hash chain over the files, is entered in the audit log.',
      tag,
      params: recordParamsSchema,
      query: packQuery,
      replies: zipReply,
      handler: async ({ request, reply, caller, params: { id }, query }) => {
        const incident = await requireRecord(store.incidents, 'incident', id);
        const withOriginal = query.original === 'true';
        const { entries, seal } = await makeEvidencePack(context, { incident, withOriginal, requestedBy: caller.name });
        if (request.method !== 'HEAD')
          await audit.enter(request, {
            action: 'incident.export-evidence',
            target: `incident:${id}`,
            details: { seal, withOriginal },
          });
        const modified = new Date(incident.decidedAt);
        return await send(request, reply, `evidence-${id}.zip`, 'application/zip', () => zipOf(media, entries, modified));
      },
    }),
  ];
}

async function send(
  { method }: FastifyRequest,
  reply: FastifyReply,
  name: string,
  contentType: string,
  open: () => Readable,
): Promise<FastifyReply> {
  reply.type(contentType).header('content-disposition', contentDisposition('attachment', name));
  return await reply.send(method === 'HEAD' ? Readable.from([]) : open());
}

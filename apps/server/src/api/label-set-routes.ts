import {
  exportedDatasetSchema,
  labelSetChangeSchema,
  labelSetListQuerySchema,
  labelSetPageSchema,
  labelSetSchema,
  newLabelSetSchema,
  recordParamsSchema,
} from '@vigil/contracts';
import { managing, viewing } from '../http/access.ts';
import { tellVersion } from '../http/if-match.ts';
import { route, type RouteDefinition } from '../http/route.ts';
import { changeLabelSet } from '../label-sets/change-label-set.ts';
import { createLabelSet } from '../label-sets/create-label-set.ts';
import { datasetOf } from '../label-sets/label-set-dataset.ts';
import { removeLabelSet } from '../label-sets/remove-label-set.ts';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';

/** What people marked in videos: data sets that evaluations can run on. */
export function labelSetRoutes(context: ServerContext): RouteDefinition[] {
  const { labelSets, videos } = context.store;
  return [
    route({
      method: 'GET',
      url: '/api/v1/label-sets',
      access: viewing,
      summary: 'Label sets, newest first',
      tag: 'evaluations',
      query: labelSetListQuerySchema,
      replies: { 200: labelSetPageSchema },
      handler: ({ query }) => labelSets.list(query),
    }),
    route({
      method: 'POST',
      url: '/api/v1/label-sets',
      access: managing,
      summary: 'Make a label set without clips',
      tag: 'evaluations',
      body: newLabelSetSchema,
      replies: { 201: labelSetSchema },
      handler: async ({ body, caller, request, reply }) =>
        tellVersion(reply, await createLabelSet(context, { name: body.name, caller, request })),
    }),
    route({
      method: 'GET',
      url: '/api/v1/label-sets/:id',
      access: viewing,
      summary: 'One label set with its clips and events',
      tag: 'evaluations',
      params: recordParamsSchema,
      replies: { 200: labelSetSchema },
      handler: async ({ params, reply }) => tellVersion(reply, await requireRecord(labelSets, 'label set', params.id)),
    }),
    route({
      method: 'PATCH',
      url: '/api/v1/label-sets/:id',
      access: managing,
      summary: 'Rename a label set, or change its clips and events',
      tag: 'evaluations',
      ifMatch: true,
      params: recordParamsSchema,
      body: labelSetChangeSchema,
      replies: { 200: labelSetSchema },
      handler: async ({ params, body, request, reply }) =>
        tellVersion(reply, await changeLabelSet(context, { id: params.id, change: body, request })),
    }),
    route({
      method: 'DELETE',
      url: '/api/v1/label-sets/:id',
      access: managing,
      summary: 'Remove a label set; evaluations that ran on it stay',
      tag: 'evaluations',
      params: recordParamsSchema,
      replies: { 204: null },
      handler: ({ params, request }) => removeLabelSet(context, params.id, request),
    }),
    route({
      method: 'GET',
      url: '/api/v1/label-sets/:id/dataset',
      access: viewing,
      summary: 'A label set as `dataset.json`, whose clips are the originals of its videos',
      tag: 'evaluations',
      params: recordParamsSchema,
      replies: { 200: exportedDatasetSchema },
      errors: ['dataset-invalid'],
      handler: async ({ params, reply }) => {
        const set = await requireRecord(labelSets, 'label set', params.id);
        reply.header('content-disposition', 'attachment; filename="dataset.json"');
        return datasetOf(set, await videos.getMany(set.clips.map(({ videoId }) => videoId))).dataset;
      },
    }),
  ];
}

import {
  analysisRequestSchema,
  analysisSchema,
  recordParamsSchema,
  videoChangeSchema,
  videoListQuerySchema,
  videoPageSchema,
  videoRemovalQuerySchema,
  videoSchema,
} from '@vigil/contracts';
import { analyseAgain } from '../analyses/analyse-again.ts';
import { managing, viewing } from '../http/access.ts';
import { tellVersion } from '../http/if-match.ts';
import { route, type RouteDefinition } from '../http/route.ts';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';
import { changeVideo } from '../videos/change-video.ts';
import { listVideos } from '../videos/list-videos.ts';
import { removeVideo } from '../videos/remove-video.ts';

/** Videos that were uploaded. */
export function videoRoutes(context: ServerContext): RouteDefinition[] {
  return [
    route({
      method: 'GET',
      url: '/api/v1/videos',
      access: viewing,
      summary: 'Videos, newest first',
      tag: 'videos',
      query: videoListQuerySchema,
      replies: { 200: videoPageSchema },
      handler: ({ query }) => listVideos(context, query),
    }),
    route({
      method: 'GET',
      url: '/api/v1/videos/:id',
      access: viewing,
      summary: 'One video',
      tag: 'videos',
      params: recordParamsSchema,
      replies: { 200: videoSchema },
      handler: async ({ params, reply }) => tellVersion(reply, await requireRecord(context.store.videos, 'video', params.id)),
    }),
    route({
      method: 'PATCH',
      url: '/api/v1/videos/:id',
      access: managing,
      summary: 'Rename a video, give it a source, hold it or let it go',
      tag: 'videos',
      ifMatch: true,
      params: recordParamsSchema,
      body: videoChangeSchema,
      replies: { 200: videoSchema },
      handler: async ({ params, body, request, reply }) =>
        tellVersion(reply, await changeVideo(context, { id: params.id, change: body, request })),
    }),
    route({
      method: 'DELETE',
      url: '/api/v1/videos/:id',
      access: managing,
      summary: 'Remove a video with its incidents, analyses and files',
      description:
        'Refused as a conflict while a job needs the video, unless by force, and always where the video or one of its incidents is held or confirmed.',
      tag: 'videos',
      params: recordParamsSchema,
      query: videoRemovalQuerySchema,
      replies: { 204: null },
      handler: ({ params, query, request }) => removeVideo(context, { id: params.id, force: query.force ?? false, request }),
    }),
    route({
      method: 'POST',
      url: '/api/v1/videos/:id/analyses',
      access: managing,
      summary: 'Analyse a video again',
      description: 'An analysis of the same video with the same profile and budget that has not ended is the answer.',
      tag: 'analyses',
      params: recordParamsSchema,
      body: analysisRequestSchema,
      replies: { 202: analysisSchema },
      errors: ['gone'],
      handler: ({ params, body, caller, request }) => analyseAgain(context, { videoId: params.id, order: body, caller, request }),
    }),
  ];
}

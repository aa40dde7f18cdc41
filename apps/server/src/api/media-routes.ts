import { recordIdSchema, recordParamsSchema, type Video, VigilError } from '@vigil/contracts';
import { analysisKey, originalKey, previewKey } from '@vigil/media-store';
import { z } from 'zod';
import { findFile } from '../files/find-file.ts';
import { sendFile } from '../files/send-file.ts';
import { viewing } from '../http/access.ts';
import { type RouteDefinition, route } from '../http/route.ts';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';
import { download, evidenceRoute, fileReplies, ranges, stem } from './evidence-route.ts';

const tag = 'files';
/** The report brings its styles and scripts with it, by hash; what it shows beside it lies below the same address. */
const reportPolicy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: 'self'; media-src 'self' data: blob:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
const evidenceParams = z.object({ id: recordIdSchema, name: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,100}\.mp4$/) });

/** Files of videos, incidents and analyses. */
export function mediaRoutes({ store, media }: Pick<ServerContext, 'store' | 'media'>): RouteDefinition[] {
  const fileOfVideo = async (video: Video, key: string, what: string) =>
    await findFile(media, { key, what: `${what} of video ${video.id}`, mayBeRemoved: video.originalRemoved });
  const preview = (name: string, contentType: string, summary: string): RouteDefinition =>
    route({
      method: 'GET',
      url: `/api/v1/videos/:id/${name.replace(/\.jpg$/, '')}`,
      access: viewing,
      summary,
      tag,
      params: recordParamsSchema,
      replies: fileReplies(summary, contentType),
      handler: async ({ request, reply, params: { id } }) => {
        const video = await requireRecord(store.videos, 'video', id);
        const file = await fileOfVideo(video, `${previewKey(video.sha256)}/${name}`, summary);
        return await sendFile(media, request, reply, { file, contentType, name: `${stem(video.name)}-${name}` });
      },
    });
  return [
    route({
      method: 'GET',
      url: '/api/v1/videos/:id/original',
      access: viewing,
      summary: 'The file as it was uploaded',
      description: ranges,
      tag,
      params: recordParamsSchema,
      query: download,
      // A media type that says what the content is.
      replies: fileReplies('The file', '*/*'),
      handler: async ({ request, reply, params: { id }, query }) => {
        const video = await requireRecord(store.videos, 'video', id);
        if (video.originalRemoved) throw new VigilError('gone', `The original of video ${id} was removed by the retention`);
        const file = await fileOfVideo(video, originalKey(video.sha256), 'The original');
        const disposition = query.download === 'true' ? 'attachment' : 'inline';
        return await sendFile(media, request, reply, { file, contentType: video.mediaType, name: video.name, disposition });
      },
    }),
    preview('poster.jpg', 'image/jpeg', 'A picture of the video'),
    preview('sprite.jpg', 'image/jpeg', 'Small pictures of the whole video in one'),
    preview('sprite.json', 'application/json; charset=utf-8', 'Where each small picture lies, and when it is'),
    evidenceRoute({ store, media }, '/api/v1/incidents/:id/clip', 'clip'),
    evidenceRoute({ store, media }, '/api/v1/incidents/:id/key-frame', 'keyFrame'),
    route({
      method: 'GET',
      url: '/api/v1/analyses/:id/report',
      access: viewing,
      summary: 'The report page',
      description: 'One page; the clips that it plays lie beside it.',
      tag,
      params: recordParamsSchema,
      replies: fileReplies('The page', 'text/html; charset=utf-8'),
      handler: async ({ request, reply, params: { id } }) => {
        const { state } = await requireRecord(store.analyses, 'analysis', id);
        const key = `${analysisKey(id)}/report.html`;
        const file = await findFile(media, { key, what: `The report of analysis ${id}`, mayBeRemoved: state === 'done' });
        reply.header('content-security-policy', reportPolicy);
        return await sendFile(media, request, reply, { file, contentType: 'text/html; charset=utf-8', name: `${id}.html` });
      },
    }),
    route({
      method: 'GET',
      url: '/api/v1/analyses/:id/clips/:name',
      access: viewing,
      summary: 'A clip that a report plays',
      description: ranges,
      tag,
      params: evidenceParams,
      replies: fileReplies('The clip', 'video/mp4'),
      handler: async ({ request, reply, params: { id, name } }) => {
        const { state } = await requireRecord(store.analyses, 'analysis', id);
        const key = `${analysisKey(id)}/clips/${name}`;
        const file = await findFile(media, { key, what: `The clip ${name} of analysis ${id}`, mayBeRemoved: state === 'done' });
        return await sendFile(media, request, reply, { file, contentType: 'video/mp4', name });
      },
    }),
  ];
}

import { recordParamsSchema } from '@vigil/contracts';
import { analysisKey } from '@vigil/media-store';
import { z } from 'zod';
import { findFile } from '../files/find-file.ts';
import { sendFile } from '../files/send-file.ts';
import { viewing } from '../http/access.ts';
import { type RouteDefinition, route } from '../http/route.ts';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';

/** What routes of files say of ranges. */
export const ranges = 'One range of bytes may be asked for; `ETag`, `If-None-Match` and `If-Range` hold.';
/** Query of a file that may be saved rather than shown. */
export const download = z.strictObject({ download: z.enum(['true', 'false']).optional() });

const kinds = {
  clip: { what: 'The clip', contentType: 'video/mp4', ending: 'mp4' },
  keyFrame: { what: 'The key frame', contentType: 'image/jpeg', ending: 'jpg' },
} as const;

/** Replies of a file that is sent whole, in part, or not again. */
export function fileReplies(description: string, contentType: string) {
  return {
    200: { description, contentType },
    206: { description: `${description}, in part`, contentType },
    304: null,
  } as const;
}

/** A name of a file without its ending. */
export function stem(name: string): string {
  return name.replace(/\.[A-Za-z0-9]{1,8}$/, '');
}

/** A picture or clip of an incident, at an address with its `:id`. */
export function evidenceRoute(
  { store, media }: Pick<ServerContext, 'store' | 'media'>,
  url: string,
  kind: keyof typeof kinds,
): RouteDefinition {
  const { what, contentType, ending } = kinds[kind];
  return route({
    method: 'GET',
    url,
    access: viewing,
    summary: what,
    description: ranges,
    tag: 'files',
    params: recordParamsSchema,
    query: download,
    replies: fileReplies(what, contentType),
    handler: async ({ request, reply, params: { id }, query }) => {
      const incident = await requireRecord(store.incidents, 'incident', id);
      const path = incident[kind];
      const key = path === null ? null : `${analysisKey(incident.analysisId)}/${path}`;
      const video = await store.videos.get(incident.videoId);
      const mayBeRemoved = path !== null && (video === null || video.originalRemoved);
      const file = await findFile(media, { key, what: `${what} of incident ${id}`, mayBeRemoved });
      const name = `${stem(incident.sourceName)}-${id}.${ending}`;
      const disposition = query.download === 'true' ? 'attachment' : 'inline';
      return await sendFile(media, request, reply, { file, contentType, name, disposition });
    },
  });
}

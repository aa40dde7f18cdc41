import { recordParamsSchema } from '@vigil/contracts';
import { z } from 'zod';
import { contentDisposition } from '../files/content-disposition.ts';
import { sendFile } from '../files/send-file.ts';
import { viewing } from '../http/access.ts';
import { type RouteDefinition, route } from '../http/route.ts';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';
import { StillPictures } from '../stills/still-pictures.ts';

const contentType = 'image/jpeg';
const stillQuery = z.strictObject({
  /** Media time; the last picture where the video ends before. */
  seconds: z
    .string()
    .regex(/^\d{1,7}(?:\.\d{1,9})?$/)
    .transform(Number),
});

/** Pictures of videos at moments. */
export function stillRoutes({ store, media }: Pick<ServerContext, 'store' | 'media'>): RouteDefinition[] {
  const stills = new StillPictures(media);
  return [
    route({
      method: 'GET',
      url: '/api/v1/videos/:id/frame',
      access: viewing,
      summary: 'The picture of a video at a moment',
      description: 'At most 640 pixels on its long side, to a tenth of a second; the last picture where the video ends before.',
      tag: 'files',
      params: recordParamsSchema,
      query: stillQuery,
      replies: {
        200: { description: 'The picture', contentType },
        206: { description: 'The picture, in part', contentType },
        304: null,
      },
      errors: ['not-media', 'file-unreadable'],
      rateLimit: { max: 300, windowSeconds: 60 },
      handler: async ({ request, reply, params: { id }, query: { seconds } }) => {
        const video = await requireRecord(store.videos, 'video', id);
        const still = await stills.take(video, seconds);
        const name = `${video.name.replace(/\.[A-Za-z0-9]{1,8}$/, '')}-${seconds.toFixed(1)}s.jpg`;
        if ('file' in still) return await sendFile(media, request, reply, { file: still.file, contentType, name });
        return await reply
          .type(contentType)
          .header('cache-control', 'private, no-cache')
          .header('content-disposition', contentDisposition('inline', name))
          .send(Buffer.from(still.bytes));
      },
    }),
  ];
}

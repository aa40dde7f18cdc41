import type { Video, VideoChange } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import { madeOnVersion } from '../http/if-match.ts';
import { changeRecord, withValues } from '../records/change-record.ts';
import type { ServerContext } from '../server-context.ts';

/** Renames a video, moves it to another source, holds it or lets it go. @throws VigilError `not-found`, `conflict`, `bad-request` */
export async function changeVideo(
  { store, audit }: ServerContext,
  { id, change, request }: { readonly id: string; readonly change: VideoChange; readonly request: FastifyRequest },
): Promise<Video> {
  const { version, ...values } = change;
  const { record, changed } = await changeRecord(store.videos, id, madeOnVersion(request, version), (video) =>
    withValues(video, values),
  );
  if (!changed) return record;
  await store.events.append([{ topic: 'video', type: 'update', record }]);
  await audit.enter(request, { action: 'video.change', target: `video:${id}`, details: values });
  return record;
}

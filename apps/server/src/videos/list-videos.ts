import type { Page, Video, VideoListQuery } from '@vigil/contracts';
import type { ServerContext } from '../server-context.ts';

/** A page of videos. @throws VigilError `bad-request` for a cursor that is none of this list */
export async function listVideos({ store }: ServerContext, query: VideoListQuery): Promise<Page<Video>> {
  const { limit, cursor, order, ...filter } = query;
  return await store.videos.list({ limit, cursor, order, filter });
}

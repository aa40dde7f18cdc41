import type { FeedMessage, Video } from '@vigil/contracts';
import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import { useFeed } from '../../lib/feed/feed-context.tsx';
import { matches, queryOf, type VideoFilters } from './video-filters.ts';

const pageSize = 100;
/** Analyses that are read at once; those of older videos are read one by one as they come into view. */
const analysesAtOnce = 200;

interface VideoPage {
  readonly items: readonly Video[];
  readonly nextCursor: string | null;
}

/** The videos that the filters let through, page by page; the feed adds and removes. */
export function useVideoList(filters: VideoFilters, userId: string) {
  const client = useQueryClient();
  const [nowMs] = useState(() => Date.now());
  const query = queryOf(filters, userId, nowMs);
  const queryKey = ['video', 'list', 'paged', query];
  const { order } = filters;
  useNewestAnalyses();
  useFeed((message) => {
    if (message.topic === 'video') {
      client.setQueryData<InfiniteData<VideoPage>>(queryKey, (known) => {
        if (known === undefined) return known;
        if (message.type === 'end') return without(known, message.record.id);
        const isAtTop = message.type === 'new' && order === 'newest' && matches(message.record, filters, userId);
        return isAtTop ? withFirst(known, message.record) : known;
      });
    } else if (message.topic === 'analysis') keepRecord(client, message);
  });
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }): Promise<VideoPage> =>
      bodyOf(
        api.GET('/api/v1/videos', {
          params: { query: { ...query, limit: pageSize, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** Reads the newest analyses in one request, so that the rows need not ask one by one. */
function useNewestAnalyses(): void {
  const client = useQueryClient();
  useEffect(() => {
    const read = async (): Promise<void> => {
      const { items } = await bodyOf(api.GET('/api/v1/analyses', { params: { query: { limit: analysesAtOnce } } }));
      for (const analysis of items) client.setQueryData(['analysis', analysis.id], (known) => known ?? analysis);
    };
    // where this fails the rows ask for themselves, and say what is wrong
    void read().catch(() => undefined);
  }, [client]);
}

function keepRecord(client: ReturnType<typeof useQueryClient>, { topic, record }: FeedMessage): void {
  client.setQueryData([topic, record.id], (known: unknown) => known ?? record);
}

function without(known: InfiniteData<VideoPage>, id: string): InfiniteData<VideoPage> {
  const pages = known.pages.map((page) => ({ ...page, items: page.items.filter((video) => video.id !== id) }));
  return { ...known, pages };
}

function withFirst(known: InfiniteData<VideoPage>, video: Video): InfiniteData<VideoPage> {
  if (known.pages.some(({ items }) => items.some(({ id }) => id === video.id))) return known;
  const [first, ...rest] = known.pages;
  if (first === undefined) return known;
  return { ...known, pages: [{ ...first, items: [video, ...first.items] }, ...rest] };
}

import type { JobState, JobType } from '@vigil/contracts';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MorePages } from '../../../components/show-more.tsx';
import { api, bodyOf } from '../../../lib/api/api-client.ts';
import type { components } from '../../../lib/api/generated/api.ts';
import { useFeed } from '../../../lib/feed/feed-context.tsx';

const pageSize = 100;

/** Jobs that a list shows, and those that came since. */
export interface Jobs {
  /** Undefined until they are read. */
  readonly items: readonly components['schemas']['Job'][] | undefined;
  readonly error: Error | null;
  /** Jobs that came since the list was read. */
  readonly waiting: number;
  /** Reads the list again. */
  readonly show: () => void;
  /** Whether there are more, and how they are read. */
  readonly pages: MorePages;
}

/** Jobs of a state and a type, the newest first; the feed changes them in place. */
export function useJobs({ state, type }: { readonly state: JobState | null; readonly type: JobType | null }): Jobs {
  const client = useQueryClient();
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set());
  const queryKey = ['job', 'list', { state, type }];
  const query = useInfiniteQuery({
    queryKey,
    staleTime: 0,
    initialPageParam: '',
    queryFn: async ({ pageParam: cursor }) => {
      const page = await bodyOf(
        api.GET('/api/v1/jobs', {
          params: {
            query: {
              limit: pageSize,
              ...(cursor === '' ? {} : { cursor }),
              ...(state === null ? {} : { state }),
              ...(type === null ? {} : { type }),
            },
          },
        }),
      );
      if (cursor === '') setArrived(new Set());
      return page;
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const { data, error } = query;
  const all = data?.pages.flatMap(({ items }) => items);
  // a job that has changed its state goes on being shown: it would vanish under the pointer otherwise
  useFeed(({ topic, record }) => {
    if (topic !== 'job' || all === undefined || all.some(({ id }) => id === record.id)) return;
    if ((state !== null && record.state !== state) || (type !== null && record.type !== type)) return;
    setArrived((before) => new Set(before).add(record.id));
  });
  return {
    items: all,
    error,
    waiting: arrived.size,
    show: () => void client.resetQueries({ queryKey }),
    pages: query,
  };
}

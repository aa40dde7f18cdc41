import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import type { components } from '../../lib/api/generated/api.ts';
import { useFeed } from '../../lib/feed/feed-context.tsx';
import type { IncidentQuery } from './incident-view.ts';

/** How many incidents pass, by status and severity. */
export type IncidentCounts = components['schemas']['IncidentCounts'];

/** However much the feed tells, counts are asked for no more often. */
const calmMs = 1500;

/** Counts that follow the feed; undefined until they are known. */
export function useIncidentCounts(query: IncidentQuery): IncidentCounts | undefined {
  const refresh = useCountRefresh();
  const { data } = useQuery({
    queryKey: ['incident', 'counts', query],
    placeholderData: keepPreviousData,
    queryFn: () => bodyOf(api.GET('/api/v1/incidents/counts', { params: { query } })),
  });
  useFeed(({ topic }) => {
    if (topic === 'incident') refresh();
  });
  return data;
}

/** Lets counts be asked for anew in a moment. */
export function useCountRefresh(): () => void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  return useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      void client.invalidateQueries({ queryKey: ['incident', 'counts'] });
    }, calmMs);
  }, [client]);
}

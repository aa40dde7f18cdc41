import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useReducer } from 'react';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import { useFeed } from '../../lib/feed/feed-context.tsx';
import { type Arrival, arrivalsAfter, noArrivals } from './arrivals.ts';

const firstRead = 50;

/**
 * Incidents as they are decided, the newest on top.
 *
 * @param onArrival Learns of each that comes while the page is open, also while the list is paused.
 */
export function useArrivals(onArrival: (arrival: Pick<Arrival, 'severity' | 'sourceId' | 'title' | 'sourceName'>) => void) {
  const [arrivals, change] = useReducer(arrivalsAfter, noArrivals);
  const query = useQuery({
    queryKey: ['incident', 'arrivals'],
    queryFn: () => bodyOf(api.GET('/api/v1/incidents', { params: { query: { limit: firstRead } } })),
  });
  const { data } = query;
  useEffect(() => {
    if (data !== undefined) change({ type: 'listed', items: data.items });
  }, [data]);
  const arrived = useEffectEvent(onArrival);
  useFeed((message) => {
    if (message.topic !== 'incident') return;
    const { type, record } = message;
    if (type === 'end') return change({ type: 'removed', id: record.id });
    if (type === 'update') return change({ type: 'changed', incident: record });
    change({ type: 'arrived', incident: record });
    arrived(record);
  });
  const acknowledge = useMutation({
    mutationFn: ({ id, reviewed }: { readonly id: string; readonly reviewed: boolean }) =>
      api.POST('/api/v1/incidents/reviewed', { body: { ids: [id], reviewed } }),
    onMutate: ({ id, reviewed }) => change({ type: 'acknowledged', id, reviewed }),
    onError: (_, { id, reviewed }) => change({ type: 'acknowledged', id, reviewed: !reviewed }),
  });
  return { arrivals, query, acknowledge, pause: (isPaused: boolean) => change({ type: 'paused', isPaused }) };
}

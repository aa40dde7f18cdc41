import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../../lib/api/api-client.ts';
import type { components } from '../../../lib/api/generated/api.ts';

/** A rule as the API shows it. */
export type Rule = components['schemas']['NotificationRule'];
/** A delivery. */
export type Delivery = components['schemas']['Delivery'];

const rulesKey = ['notification-rules'] as const;
const deliveriesKey = ['deliveries'] as const;
const mostRules = 200;
const pageSize = 50;
/** Deliveries are in no feed: they are asked for, while somebody looks. */
const deliveriesMs = 10_000;

/** Which channels are set up. */
export function useChannels() {
  return useQuery({ queryKey: ['notification-channels'], queryFn: () => bodyOf(api.GET('/api/v1/notifications/channels')) });
}

/** The rules, newest first. */
export function useRules() {
  return useQuery({
    queryKey: rulesKey,
    queryFn: () => bodyOf(api.GET('/api/v1/notifications/rules', { params: { query: { limit: mostRules } } })),
  });
}

/** Reads the rules again after a change. */
export function useRulesChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: rulesKey });
}

/** Deliveries of a state, newest first. */
export function useDeliveries(state: Delivery['state'] | null) {
  return useInfiniteQuery({
    queryKey: [...deliveriesKey, state],
    staleTime: 0,
    refetchInterval: deliveriesMs,
    initialPageParam: '',
    queryFn: ({ pageParam: cursor }) =>
      bodyOf(
        api.GET('/api/v1/notifications/deliveries', {
          params: {
            query: { limit: pageSize, ...(cursor === '' ? {} : { cursor }), ...(state === null ? {} : { state }) },
          },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** Reads the deliveries again after a retry. */
export function useDeliveriesChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: deliveriesKey });
}

import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import type { components } from '../../lib/api/generated/api.ts';

/** Sources that the newest videos have, by name; to choose from. */
export function useKnownSources(): readonly string[] {
  const { data } = useQuery({
    queryKey: ['video', 'list', { limit: 200 }],
    queryFn: () => bodyOf(api.GET('/api/v1/videos', { params: { query: { limit: 200 } } })),
  });
  return [...new Set(data?.items.flatMap(({ sourceId }) => sourceId ?? []))].toSorted();
}

/** Profiles that have learned something. */
export function useReadyProfiles(): readonly components['schemas']['Profile'][] {
  const { data } = useQuery({
    queryKey: ['profiles', { limit: 200 }],
    queryFn: () => bodyOf(api.GET('/api/v1/profiles', { params: { query: { limit: 200 } } })),
    // profiles are not on the feed: one that was learned a moment ago is to be chosen from
    staleTime: 0,
  });
  return data?.items.filter(({ profileVersion }) => profileVersion !== null) ?? [];
}

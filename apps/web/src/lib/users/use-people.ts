import type { Person } from '@vigil/contracts';
import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api/api-client.ts';

const none: readonly Person[] = [];

/** Everybody that incidents can be assigned to, by name; empty until it is known. */
export function usePeople(): readonly Person[] {
  const { data } = useQuery({
    queryKey: ['people'],
    staleTime: 300_000,
    queryFn: async () => (await bodyOf(api.GET('/api/v1/people'))).items,
  });
  return data ?? none;
}

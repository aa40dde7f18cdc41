import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../../lib/api/api-client.ts';
import type { components } from '../../../lib/api/generated/api.ts';

/** A label set. */
export type LabelSet = components['schemas']['LabelSet'];
/** One video of a set. */
export type LabelledClip = LabelSet['clips'][number];
/** Something that was marked. */
export type LabelledEvent = LabelledClip['events'][number];

const mostSets = 200;

/** All label sets, newest first. */
export function useLabelSets() {
  return useQuery({
    queryKey: ['label-set', 'list'],
    queryFn: () => bodyOf(api.GET('/api/v1/label-sets', { params: { query: { limit: mostSets } } })),
  });
}

/** One label set. */
export function useLabelSet(id: string) {
  return useQuery({
    queryKey: ['label-set', id],
    queryFn: () => bodyOf(api.GET('/api/v1/label-sets/{id}', { params: { path: { id } } })),
  });
}

/** Puts a set that was changed into the cache. */
export function useLabelSetChanged(): (set: LabelSet) => Promise<void> {
  const client = useQueryClient();
  return async (set) => {
    client.setQueryData(['label-set', set.id], set);
    await client.invalidateQueries({ queryKey: ['label-set', 'list'] });
  };
}

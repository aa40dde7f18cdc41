import type { IncidentSummary } from '@vigil/contracts';
import { type InfiniteData, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../lib/api/api-client.ts';

/** The incidents before and after one; null where there is none, undefined while it is not known. */
export interface Neighbours {
  readonly previousId: string | null | undefined;
  readonly nextId: string | null | undefined;
}

interface ListPage {
  readonly items: readonly Pick<IncidentSummary, 'id'>[];
}

/** The neighbours of an incident in the list that was looked at last; by their time where it is in none. */
export function useNeighbours({ id, occurredAt }: Pick<IncidentSummary, 'id' | 'occurredAt'>): Neighbours {
  const client = useQueryClient();
  const listed = neighboursIn(newestListWith(client.getQueryCache().findAll({ queryKey: ['incident', 'list'] }), id), id);
  const needsPrevious = listed?.previousId === undefined;
  const needsNext = listed?.nextId === undefined;
  const { data } = useQuery({
    queryKey: ['incident-neighbours', id],
    enabled: needsPrevious || needsNext,
    queryFn: async (): Promise<Neighbours> => {
      const [newer, older] = await Promise.all([
        bodyOf(api.GET('/api/v1/incidents', { params: { query: { from: occurredAt, order: 'oldest-first', limit: 20 } } })),
        bodyOf(
          api.GET('/api/v1/incidents', { params: { query: { order: 'newest-first', limit: 20, before: after(occurredAt) } } }),
        ),
      ]);
      return { previousId: following(newer.items, id), nextId: following(older.items, id) };
    },
  });
  return {
    previousId: needsPrevious ? data?.previousId : listed?.previousId,
    nextId: needsNext ? data?.nextId : listed?.nextId,
  };
}

/** The ids beside one in a list; undefined at either end, as the list may go on there. */
export function neighboursIn(ids: readonly string[], id: string): Neighbours | null {
  const at = ids.indexOf(id);
  if (at < 0) return null;
  return { previousId: at === 0 ? undefined : ids[at - 1], nextId: ids.at(at + 1) };
}

/** Whatever comes after an incident in a list that begins with it or with others of the same moment. */
function following(items: ListPage['items'], id: string): string | null {
  return items[items.findIndex((item) => item.id === id) + 1]?.id ?? null;
}

function after(moment: string): string {
  return new Date(Date.parse(moment) + 1).toISOString();
}

interface CachedQuery {
  readonly state: { readonly data?: unknown; readonly dataUpdatedAt: number };
}

function newestListWith(queries: readonly CachedQuery[], id: string): readonly string[] {
  const lists = queries.toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt).map(({ state }) => idsOf(state.data));
  return lists.find((ids) => ids.includes(id)) ?? [];
}

function idsOf(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null) return [];
  const pages = 'pages' in data ? (data as InfiniteData<ListPage>).pages : [data as ListPage];
  return pages.flatMap(({ items }) => (Array.isArray(items) ? items.map((item: { readonly id: string }) => item.id) : []));
}

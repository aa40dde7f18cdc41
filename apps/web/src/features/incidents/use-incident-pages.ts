import type { IncidentSummary } from '@vigil/contracts';
import { useQueries, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import type { components } from '../../lib/api/generated/api.ts';
import type { IncidentList } from './incident-list.ts';
import { countOf, cursorsOf, type KnownPages, neededCursors, withPage } from './known-pages.ts';

type IncidentPage = components['schemas']['IncidentPage'];

/** Few at first, so that something is seen soon; then as many as the API gives. */
const firstPageSize = 60;
const pageSize = 200;
/** Incidents that are read ahead. */
const margin = 60;
/** Pages that stay in memory although nothing of them is in sight. */
const mostIdlePages = 12;

/** The places that are in sight, both ends included. */
export interface Sight {
  readonly first: number;
  readonly last: number;
}

/** A list of any length, of which the pages around what is in sight are in memory. */
export interface IncidentPages {
  readonly known: KnownPages;
  /** Incidents of the pages that were read. */
  readonly count: number;
  /** Whether there is nothing beyond them. */
  readonly isComplete: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
  /** An incident, where it is in memory. */
  readonly find: (id: string) => IncidentSummary | undefined;
}

/** @param pinned Incidents whose pages stay in memory wherever the reader goes */
export function useIncidentPages(
  list: IncidentList,
  begin: KnownPages,
  sight: Sight,
  pinned: ReadonlySet<string>,
): IncidentPages {
  const { query, readAtMs } = list;
  const client = useQueryClient();
  const [known, setKnown] = useState(begin);
  const cursors = useMemo(
    () => [...new Set([...neededCursors(known, sight.first, sight.last, margin), ...cursorsOf(known, pinned)])],
    [known, sight.first, sight.last, pinned],
  );
  const combine = useCallback(
    (results: readonly UseQueryResult<IncidentPage>[]) => ({
      pages: results.flatMap(({ data }, index) => (data === undefined ? [] : [{ cursor: cursors[index] ?? null, data }])),
      error: results.find(({ error, data }) => error !== null && data === undefined)?.error ?? null,
    }),
    [cursors],
  );
  const { pages, error } = useQueries({
    queries: cursors.map((cursor) => ({
      queryKey: ['incident', 'list', query, readAtMs, cursor],
      // the feed keeps what was read fresh, and what is new is asked for by the reader
      staleTime: Number.POSITIVE_INFINITY,
      queryFn: () =>
        bodyOf(
          api.GET('/api/v1/incidents', {
            params: { query: cursor === null ? { ...query, limit: firstPageSize } : { ...query, limit: pageSize, cursor } },
          }),
        ),
    })),
    combine,
  });
  useEffect(() => {
    setKnown((before) =>
      pages.reduce<KnownPages>(
        (all, { cursor, data }) => withPage(all, { cursor, ids: data.items.map(({ id }) => id), nextCursor: data.nextCursor }),
        before,
      ),
    );
  }, [pages]);
  useEffect(() => {
    const idle = client
      .getQueryCache()
      .findAll({ queryKey: ['incident', 'list'], type: 'inactive' })
      .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt);
    for (const { queryKey } of idle.slice(mostIdlePages)) client.removeQueries({ queryKey, exact: true });
  }, [client, cursors]);
  const byId = useMemo(
    () => new Map(pages.flatMap(({ data }) => data.items.map((incident) => [incident.id, incident as IncidentSummary]))),
    [pages],
  );
  return {
    known,
    count: countOf(known),
    isComplete: known.length > 0 && known.at(-1)?.nextCursor === null,
    error,
    retry: () => void client.refetchQueries({ queryKey: ['incident', 'list', query, readAtMs], type: 'active' }),
    find: useCallback((id: string) => byId.get(id), [byId]),
  };
}

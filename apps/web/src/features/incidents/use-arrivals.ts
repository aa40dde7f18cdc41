import type { IncidentSummary } from '@vigil/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import { useFeed } from '../../lib/feed/feed-context.tsx';
import { arrivalsAfter } from './arrivals.ts';
import type { IncidentList } from './incident-list.ts';
import { matchesQuery } from './matches-query.ts';

/** What has happened since a list was read. */
export interface News {
  /** Incidents that belong to the list and are not in it. */
  readonly arrivals: ReadonlySet<string>;
  /** Incidents of the list that are gone, or belong to it no more. */
  readonly stale: ReadonlySet<string>;
  /** Those of them that are gone. */
  readonly gone: ReadonlySet<string>;
}

const nothing: News = { arrivals: new Set(), stale: new Set(), gone: new Set() };
/** Incidents that are looked through for what came while the reader was elsewhere. */
const mostMissed = 100;

/**
 * Listens to the feed on behalf of a list.
 *
 * @param isListed Whether the list has an incident
 * @param isBack Whether the reader comes back to it: what came meanwhile is found out then
 */
export function useArrivals(list: IncidentList, isListed: (id: string) => boolean, isBack: boolean): News {
  const { query, readAtMs } = list;
  const client = useQueryClient();
  const [news, setNews] = useState(nothing);
  useFeed((message) => {
    if (message.topic !== 'incident') return;
    const { record, type } = message;
    setNews((before) => {
      const arrivals = arrivalsAfter(before.arrivals, message, query, isListed);
      const isHere = isListed(record.id);
      const gone = withOrWithout(before.gone, record.id, isHere && type === 'end');
      const stale = withOrWithout(before.stale, record.id, isHere && (type === 'end' || !matchesQuery(record, query)));
      const isSame = arrivals === before.arrivals && stale === before.stale && gone === before.gone;
      return isSame ? before : { arrivals, stale, gone };
    });
  });
  const catchUp = useEffectEvent(async (signal: AbortSignal) => {
    const known = client.getQueriesData<{ readonly items: readonly IncidentSummary[] }>({
      queryKey: ['incident', 'list', query, readAtMs],
    });
    const judged = known.flatMap(([, page]) => page?.items ?? []).filter((incident) => !matchesQuery(incident, query));
    const params = { query: { ...query, limit: mostMissed } };
    const { items } = await bodyOf(api.GET('/api/v1/incidents', { params, signal }));
    const missed = items.filter(({ id }) => !isListed(id));
    setNews(({ arrivals, stale, gone }) => ({
      gone,
      arrivals: new Set([...arrivals, ...missed.map(({ id }) => id)]),
      stale: new Set([...stale, ...judged.map(({ id }) => id)]),
    }));
  });
  useEffect(() => {
    if (!isBack) return undefined;
    const leaving = new AbortController();
    // without an answer the feed tells of what comes from now on, and the frame says that the server is away
    catchUp(leaving.signal).catch(() => undefined);
    return () => leaving.abort();
  }, [isBack]);
  return news;
}

/** The set with an id or without it; the same set where it is so already. */
function withOrWithout(ids: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  if (ids.has(id) === isIn) return ids;
  const next = new Set(ids);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}

import { useState } from 'react';
import { useFeed } from '../../lib/feed/feed-context.tsx';
import { arrivalsAfter } from './arrivals.ts';
import type { IncidentList } from './incident-list.ts';
import { matchesQuery } from './matches-query.ts';

/** What the feed has told since a list was read. */
export interface News {
  /** Incidents that belong to the list and are not in it. */
  readonly arrivals: ReadonlySet<string>;
  /** Incidents of the list that are gone, or belong to it no more. */
  readonly stale: ReadonlySet<string>;
}

const nothing: News = { arrivals: new Set(), stale: new Set() };

/** Listens to the feed on behalf of a list. @param isListed Whether the list has an incident */
export function useArrivals({ query }: IncidentList, isListed: (id: string) => boolean): News {
  const [news, setNews] = useState(nothing);
  useFeed((message) => {
    if (message.topic !== 'incident') return;
    const { record, type } = message;
    setNews((before) => {
      const arrivals = arrivalsAfter(before.arrivals, message, query, isListed);
      const isStale = isListed(record.id) && (type === 'end' || !matchesQuery(record, query));
      if (before.stale.has(record.id) === isStale) return arrivals === before.arrivals ? before : { ...before, arrivals };
      const stale = new Set(before.stale);
      if (isStale) stale.add(record.id);
      else stale.delete(record.id);
      return { arrivals, stale };
    });
  });
  return news;
}

import type { FeedMessage } from '@vigil/contracts';
import type { IncidentQuery } from './incident-view.ts';
import { matchesQuery } from './matches-query.ts';

/** More are not told apart: the list is read anew all the same. */
const mostArrivals = 10_000;

/**
 * Incidents that came since the list was read and belong to it, by id.
 *
 * @param isListed Whether the list has an incident already.
 * @returns The same set where the message changes nothing.
 */
export function arrivalsAfter(
  arrivals: ReadonlySet<string>,
  message: FeedMessage,
  query: IncidentQuery,
  isListed: (id: string) => boolean,
): ReadonlySet<string> {
  if (message.topic !== 'incident') return arrivals;
  const { record, type } = message;
  // nobody has marked what has only just come
  const isPossible = type !== 'end' && query.reviewed !== 'true';
  const belongs = isPossible && !isListed(record.id) && matchesQuery(record, query);
  const isKnown = arrivals.has(record.id);
  if (isKnown === belongs) return arrivals;
  // an older incident that comes to belong here by a change is news as well; one among thousands is not
  if (!isKnown && arrivals.size >= mostArrivals) return arrivals;
  const next = new Set(arrivals);
  if (belongs) next.add(record.id);
  else next.delete(record.id);
  return next;
}

import type { IncidentListQuery, IncidentRecord, IncidentSummary, Page } from '@vigil/contracts';
import type { IncidentFilter, ListOrder, Store } from '@vigil/store';
import type { ServerContext } from '../server-context.ts';
import { reviewedAmong } from './review-marks.ts';

/** What one page with a filter for marks reads at most; marks lie apart from incidents, and no index knows both. */
const mostScanned = 1000;
const mostReads = 20;

/** What a page is made of. */
interface PageRequest {
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly order: ListOrder;
  readonly filter: IncidentFilter;
}

/**
 * A page of incidents as a person sees them. With a filter for that person's marks a page may be short or even empty although others
 * follow: only a missing cursor is the end.
 *
 * @throws VigilError `bad-request` for a cursor that is none of this list
 */
export async function listIncidents(
  { store }: Pick<ServerContext, 'store'>,
  userId: string,
  query: IncidentListQuery,
): Promise<Page<IncidentSummary>> {
  const { limit, cursor, order, reviewed, ...filter } = query;
  const request = { limit, cursor, order, filter };
  if (reviewed === undefined) return await readPage(store, userId, request);
  const items: IncidentSummary[] = [];
  let scanned = 0;
  let reads = 0;
  let next: string | null | undefined = cursor;
  do {
    // never more than there is room for: a cursor names the end of what was read, not a place within it
    const room = limit - items.length;
    const page: Page<IncidentSummary> = await readPage(store, userId, { ...request, limit: room, cursor: next ?? undefined });
    items.push(...page.items.filter((item) => item.reviewed === reviewed));
    scanned += page.items.length;
    reads += 1;
    next = page.nextCursor;
    // a page that is half full is sent, as the rest would be read in ever smaller pieces
  } while (next !== null && items.length < limit / 2 && scanned < mostScanned && reads < mostReads);
  return { items, nextCursor: next };
}

async function readPage(store: Store, userId: string, request: PageRequest): Promise<Page<IncidentSummary>> {
  const { items, nextCursor } = await store.incidents.list(request);
  const reviewed = await reviewedAmong(
    store,
    userId,
    items.map(({ id }) => id),
  );
  return { items: items.map((incident) => summaryOf(incident, reviewed.has(incident.id))), nextCursor };
}

/** An incident as lists show it. */
export function summaryOf(
  { tracks: _tracks, flowArrows: _flowArrows, skeletons: _skeletons, appearance: _appearance, ...summary }: IncidentRecord,
  reviewed: boolean,
): IncidentSummary {
  return { ...summary, reviewed };
}

import type { IncidentListQuery, IncidentRecord, IncidentSummary, Page } from '@vigil/contracts';
import type { ServerContext } from '../server-context.ts';

/** A page of incidents. @throws VigilError `bad-request` for a cursor that is none of this list */
export async function listIncidents({ store }: ServerContext, query: IncidentListQuery): Promise<Page<IncidentSummary>> {
  const { limit, cursor, order, ...filter } = query;
  const { items, nextCursor } = await store.incidents.list({ limit, cursor, order, filter });
  return { items: items.map(summaryOf), nextCursor };
}

function summaryOf({
  tracks: _tracks,
  flowArrows: _flowArrows,
  skeletons: _skeletons,
  ...summary
}: IncidentRecord): IncidentSummary {
  return summary;
}

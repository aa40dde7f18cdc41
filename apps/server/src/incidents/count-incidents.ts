import {
  type BoundedCount,
  type IncidentCounts,
  type IncidentCountsQuery,
  type IncidentRecord,
  largestPage,
  mostCounted,
} from '@vigil/contracts';
import type { IncidentFilter, Store } from '@vigil/store';
import type { ServerContext } from '../server-context.ts';
import { reviewedAmong } from './review-marks.ts';

const statuses = ['new', 'confirmed', 'dismissed'] as const;
const severities = ['info', 'warning', 'critical'] as const;

/** Incidents that counting with a filter for marks looks at. */
const mostScanned = 2000;

/** Counts that are still going up. */
interface Tally {
  readonly byStatus: Record<(typeof statuses)[number], number>;
  readonly bySeverity: Record<(typeof severities)[number], number>;
}

/** How many incidents pass, by status and by severity. Costs the same however many there are. */
export async function countIncidents(
  { store }: Pick<ServerContext, 'store'>,
  userId: string,
  { reviewed, ...filter }: IncidentCountsQuery,
): Promise<IncidentCounts> {
  if (reviewed !== undefined) return await scanned(store, userId, filter, reviewed);
  const { status: _status, ...ofAnyStatus } = filter;
  const { severity: _severity, ...ofAnySeverity } = filter;
  const count = async (chosen: IncidentFilter): Promise<number> => await store.incidents.count(chosen, mostCounted + 1);
  const [byStatus, bySeverity] = await Promise.all([
    Promise.all(statuses.map(async (status) => [status, await count({ ...ofAnyStatus, status })] as const)),
    Promise.all(severities.map(async (severity) => [severity, await count({ ...ofAnySeverity, severity })] as const)),
  ]);
  const tally = { byStatus: Object.fromEntries(byStatus), bySeverity: Object.fromEntries(bySeverity) } as unknown as Tally;
  return countsOf(tally, true);
}

/** Counts by reading, as no index knows marks and incidents together: exact for the newest, and says so where there are more. */
async function scanned(store: Store, userId: string, filter: IncidentFilter, reviewed: boolean): Promise<IncidentCounts> {
  const { status, severity, ...rest } = filter;
  const tally: Tally = { byStatus: { new: 0, confirmed: 0, dismissed: 0 }, bySeverity: { info: 0, warning: 0, critical: 0 } };
  let read = 0;
  let cursor: string | null | undefined;
  while (cursor !== null && read < mostScanned) {
    const page: { readonly items: readonly IncidentRecord[]; readonly nextCursor: string | null } = await store.incidents.list({
      filter: rest,
      limit: largestPage,
      cursor: cursor ?? undefined,
    });
    const ids = page.items.map(({ id }) => id);
    const marked = await reviewedAmong(store, userId, ids);
    for (const incident of page.items) {
      if (marked.has(incident.id) !== reviewed) continue;
      if (severity === undefined || incident.severity === severity) tally.byStatus[incident.status]++;
      if (status === undefined || incident.status === status) tally.bySeverity[incident.severity]++;
    }
    read += page.items.length;
    cursor = page.nextCursor;
  }
  return countsOf(tally, cursor === null);
}

function countsOf({ byStatus, bySeverity }: Tally, isComplete: boolean): IncidentCounts {
  const bounded = (count: number): BoundedCount => ({
    count: Math.min(count, mostCounted),
    more: !isComplete || count > mostCounted,
  });
  return {
    total: bounded(byStatus.new + byStatus.confirmed + byStatus.dismissed),
    byStatus: {
      new: bounded(byStatus.new),
      confirmed: bounded(byStatus.confirmed),
      dismissed: bounded(byStatus.dismissed),
    },
    bySeverity: {
      info: bounded(bySeverity.info),
      warning: bounded(bySeverity.warning),
      critical: bounded(bySeverity.critical),
    },
  };
}

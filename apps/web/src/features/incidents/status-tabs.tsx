import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { incidentList as text } from '../../messages/en/incidents.ts';
import { addressOf, type IncidentView } from './incident-view.ts';
import styles from './status-tabs.module.css';
import type { IncidentCounts } from './use-incident-counts.ts';

const statuses = ['new', 'confirmed', 'dismissed', 'all'] as const;

/** The same filters for each status, with how many pass. */
export function StatusTabs({
  view,
  counts,
}: {
  readonly view: IncidentView;
  readonly counts: IncidentCounts | undefined;
}): ReactNode {
  return (
    <nav aria-label={text.tabs} className={styles.tabs}>
      {statuses.map((status) => {
        const count = status === 'all' ? counts?.total : counts?.byStatus[status];
        const address = addressOf({ ...view, status }).toString();
        return (
          <Link
            key={status}
            href={`/incidents${address === '' ? '' : `?${address}`}`}
            className={styles.tab}
            aria-current={view.status === status ? 'page' : undefined}
          >
            {text.statuses[status]}
            <span className={styles.count}>{count === undefined ? text.countUnknown : text.count(count.count, count.more)}</span>
          </Link>
        );
      })}
    </nav>
  );
}

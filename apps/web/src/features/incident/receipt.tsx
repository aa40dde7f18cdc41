import type { Correction } from '@vigil/contracts';
import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { IncidentRow } from '../../components/incident-row.tsx';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import { duration } from '../../lib/format/media-time.ts';
import { asIncident } from '../../lib/queries/record-queries.ts';
import { incident as messages } from '../../messages/en/incident.ts';
import styles from './incident.module.css';

const text = messages.normal;
/** Incidents that are shown with their pictures. */
const mostShown = 8;

/** What calling the incident normal would change: what would vanish, what would be missed, what would be added. */
export function Receipt({ correction, incidentId }: { readonly correction: Correction; readonly incidentId: string }): ReactNode {
  const { vanishing, missedConfirmed, additional, footage } = correction;
  const others = [...new Set([...missedConfirmed, ...vanishing])].filter((id) => id !== incidentId);
  const first = others.slice(0, mostShown);
  const incidents = useQueries({
    queries: first.map((id) => ({
      queryKey: ['incident', id],
      queryFn: async () => asIncident(await bodyOf(api.GET('/api/v1/incidents/{id}', { params: { path: { id } } }))),
    })),
  });
  return (
    <div className={styles.receipt} role="status">
      <h3 className={styles.receiptTitle}>{text.receipt}</h3>
      <ul className={styles.receiptLines}>
        <li>{text.vanishing(vanishing.length)}</li>
        <li className={missedConfirmed.length > 0 ? styles.missed : undefined}>{text.missed(missedConfirmed.length)}</li>
        <li className={additional > 0 ? styles.added : undefined}>{text.additional(additional)}</li>
        {footage === undefined ? null : <li>{text.learned(duration(lengthOf(footage)), footage.length)}</li>}
      </ul>
      {vanishing.includes(incidentId) ? <p>{text.goes}</p> : <p className={styles.added}>{text.stays}</p>}
      {incidents.map(({ data }, at) => (data === undefined ? null : <IncidentRow key={first[at]} incident={data} />))}
      {others.length > first.length ? <p>{text.more(others.length - first.length)}</p> : null}
    </div>
  );
}

function lengthOf(footage: NonNullable<Correction['footage']>): number {
  return footage.reduce((sum, { startSeconds, endSeconds }) => sum + endSeconds - startSeconds, 0);
}

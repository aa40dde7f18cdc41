import type { IncidentSummary } from '@vigil/contracts';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { mediaTime } from '../lib/format/media-time.ts';
import { momentText } from '../lib/format/moments.ts';
import { messages } from '../messages/index.ts';
import styles from './incident-row.module.css';
import { SeverityBadge } from './severity-badge.tsx';

/** One incident in a line, as a link to it. */
export function IncidentRow({ incident }: { readonly incident: IncidentSummary }): ReactNode {
  const { id, title, sourceName, sourceKind, startSeconds, occurredAt, severity, kinds, keyFrame, status } = incident;
  const words = messages.incidentWords;
  return (
    <Link href={`/incidents/${encodeURIComponent(id)}`} className={styles.row}>
      {keyFrame === null ? (
        <span className={styles.picture} />
      ) : (
        <img className={styles.picture} src={`/api/v1/incidents/${encodeURIComponent(id)}/key-frame`} alt="" loading="lazy" />
      )}
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        <span className={styles.place}>
          {sourceName} · {sourceKind === 'video' ? mediaTime(startSeconds, 1) : momentText(occurredAt)}
        </span>
        <span className={styles.place}>{kinds.map((kind) => words.kinds[kind]).join(', ')}</span>
      </span>
      <span className={styles.state}>
        <SeverityBadge severity={severity} />
        <span className={styles.place}>{words.statuses[status]}</span>
      </span>
    </Link>
  );
}

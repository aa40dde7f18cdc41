import type { IncidentRecord } from '@vigil/contracts';
import type { ReactNode } from 'react';
import { momentText } from '../../lib/format/moments.ts';
import { useUserName } from '../../lib/users/use-user-name.ts';
import { incidentWords } from '../../messages/en/incident-words.ts';
import { incident as messages } from '../../messages/en/incident.ts';
import styles from './incident.module.css';

/** What people made of the incident, to read: for those who may not judge, and on paper. */
export function ReviewShown({
  incident: { status, reviewedBy, reviewedAt, note, tags, assignedTo },
  isPrintOnly,
}: {
  readonly incident: IncidentRecord;
  readonly isPrintOnly: boolean;
}): ReactNode {
  const nameOf = useUserName();
  const { facts, review } = messages;
  const reviewed =
    reviewedBy === null || reviewedAt === null ? messages.notReviewed : messages.reviewedBy(reviewedBy, momentText(reviewedAt));
  const rows: readonly (readonly [string, string])[] = [
    [facts.status, incidentWords.statuses[status]],
    [facts.reviewed, reviewed],
    [facts.assigned, assignedTo === null ? messages.nobody : nameOf(assignedTo)],
    [review.note, note === '' ? review.noNote : note],
    [review.tags, tags.length === 0 ? review.noTags : tags.join(', ')],
  ];
  return (
    <dl className={isPrintOnly ? `${styles.facts} ${styles.printOnly}` : styles.facts}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd style={{ whiteSpace: 'pre-wrap' }}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

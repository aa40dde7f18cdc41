import type { Analysis, IncidentRecord } from '@vigil/contracts';
import type { ReactNode } from 'react';
import '../../components/timeline/modality-colours.css';
import { incidentWords } from '../../messages/en/incident-words.ts';
import { incident as messages } from '../../messages/en/incident.ts';
import { EvidenceRow, SilentSense } from './evidence-row.tsx';
import styles from './evidence.module.css';

const text = messages.evidence;

/** What every sense says: its share as a bar, and a row each. A sense that the recording has not is told from one that could not run, and from one that found nothing. */
export function Evidence({
  incident,
  modalities,
  onSeek,
}: {
  readonly incident: IncidentRecord;
  /** How each sense was over the whole analysis: those that say nothing of this incident are told of too. */
  readonly modalities: Analysis['modalities'];
  readonly onSeek: (seconds: number) => void;
}): ReactNode {
  const order = incident.evidence.toSorted(
    (a, b) => b.share - a.share || Number(b.state === 'used') - Number(a.state === 'used'),
  );
  const sharing = order.filter(({ share }) => share > 0);
  return (
    <section aria-labelledby="evidence-title" className={styles.evidence}>
      <h2 id="evidence-title" className={styles.title}>
        {text.title}
      </h2>
      <p className={styles.hint}>{messages.baseline[incident.baseline]}</p>
      {sharing.length === 0 ? null : (
        <div className={styles.bar} role="img" aria-label={`${text.shares}: ${sharing.map(shareText).join(', ')}`}>
          {sharing.map((evidence) => (
            <span
              key={evidence.modality}
              className={styles.part}
              title={shareText(evidence)}
              style={{ flexGrow: evidence.share, background: `var(--vigil-lane-${evidence.modality})` }}
            />
          ))}
        </div>
      )}
      <ul className={styles.rows}>
        {order.map((evidence) => (
          <EvidenceRow key={evidence.modality} evidence={evidence} incident={incident} onSeek={onSeek} />
        ))}
        {modalities
          .filter(({ modality }) => !order.some((evidence) => evidence.modality === modality))
          .map((report) => (
            <SilentSense key={report.modality} report={report} />
          ))}
      </ul>
    </section>
  );
}

function shareText({ modality, share }: IncidentRecord['evidence'][number]): string {
  return `${incidentWords.modalities[modality]} ${text.share(Math.round(share * 100))}`;
}

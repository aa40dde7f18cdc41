import type { ReactNode } from 'react';
import { incidentWords } from '../../messages/en/incident-words.ts';
import { timeline as text } from '../../messages/en/player.ts';
import type { Lane } from './timeline-data.ts';
import styles from './timeline.module.css';

/** The names above the lanes. */
export function LaneHeads({ lanes }: { readonly lanes: readonly Lane[] }): ReactNode {
  return (
    <div className={styles.heads}>
      {lanes.map(({ id, left, right }) => (
        <span
          key={id}
          className={styles.head}
          title={id === 'fused' ? text.fused : incidentWords.modalities[id]}
          style={{ left: `${left * 100}%`, width: `${(right - left) * 100}%`, borderColor: `var(--vigil-lane-${id})` }}
        >
          {id === 'fused' ? text.fused : incidentWords.modalities[id]}
        </span>
      ))}
    </div>
  );
}

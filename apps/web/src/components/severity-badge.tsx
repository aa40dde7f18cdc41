import type { Incident } from '@vigil/contracts';
import type { ReactNode } from 'react';
import { messages } from '../messages/index.ts';
import styles from './severity-badge.module.css';

/** How grave an incident is: red alarm, amber warning, blue information; said in words too. */
export function SeverityBadge({ severity }: { readonly severity: Incident['severity'] }): ReactNode {
  return (
    <span className={styles.badge} data-severity={severity}>
      {messages.incidentWords.severities[severity]}
    </span>
  );
}

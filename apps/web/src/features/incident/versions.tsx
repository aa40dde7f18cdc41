import type { IncidentRecord } from '@vigil/contracts';
import type { ReactNode } from 'react';
import { incident as messages } from '../../messages/en/incident.ts';
import styles from './incident.module.css';

const text = messages.versions;

/** What the incident was found with. */
export function Versions({ incident }: { readonly incident: IncidentRecord }): ReactNode {
  const { id, analysisId, profileVersion, modelVersions } = incident;
  const rows: readonly (readonly [string, string])[] = [
    [text.id, id],
    [text.analysis, analysisId],
    [text.profile, profileVersion ?? text.none],
    ...Object.entries(modelVersions),
  ];
  const list = (
    <dl>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
  return (
    <>
      <details className={styles.versions} data-print="hide">
        <summary>{text.title}</summary>
        <p className={styles.hint}>{text.hint}</p>
        {list}
        <a href={`/api/v1/analyses/${encodeURIComponent(analysisId)}/report`} target="_blank" rel="noreferrer">
          {text.report}
        </a>
      </details>
      <div className={`${styles.versions} ${styles.printOnly}`} aria-hidden>
        <h2 className={styles.partTitle}>{text.title}</h2>
        {list}
      </div>
    </>
  );
}

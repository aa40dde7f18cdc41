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
  return (
    <details className={styles.versions} data-print="open">
      <summary>{text.title}</summary>
      <p className={styles.hint}>{text.hint}</p>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <a href={`/api/v1/analyses/${encodeURIComponent(analysisId)}/report`} target="_blank" rel="noreferrer" data-print="hide">
        {text.report}
      </a>
    </details>
  );
}

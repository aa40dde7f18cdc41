import type { IncidentSummary } from '@vigil/contracts';
import { ruleFinding, strengthInWords } from '@vigil/contracts/rule-finding';
import type { ReactNode } from 'react';
import '../../components/timeline/modality-colours.css';
import { incidentList } from '../../messages/en/incidents.ts';
import { messages } from '../../messages/index.ts';
import styles from './share-bar.module.css';

const text = incidentList.card;

/** The score, as a bar of that length, parted by what each sense contributes. */
export function ShareBar({ incident }: { readonly incident: Pick<IncidentSummary, 'score' | 'kinds' | 'evidence'> }): ReactNode {
  const { score, evidence } = incident;
  const rule = ruleFinding(incident);
  const parts = evidence.filter(({ share }) => share >= 0.005).toSorted((a, b) => b.share - a.share);
  const said = parts.map(({ modality, share }) =>
    text.share(messages.incidentWords.modalities[modality], `${Math.round(share * 100)} %`),
  );
  return (
    <span
      className={styles.score}
      title={[rule === null ? text.scoreHint : text.ruleHint(strengthInWords(rule.strength)), ...said].join('\n')}
    >
      <span>{text.score(`${(score * 100).toFixed(score > 0.99 ? 1 : 0)} %`)}</span>
      <span
        className={styles.bar}
        {...(said.length === 0 ? { 'aria-hidden': true } : { role: 'img', 'aria-label': said.join(', ') })}
      >
        {parts.map(({ modality, share }) => (
          <span key={modality} className={styles.part} data-modality={modality} style={{ width: `${share * score * 100}%` }} />
        ))}
      </span>
    </span>
  );
}

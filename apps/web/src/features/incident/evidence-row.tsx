import type { Analysis, Evidence, IncidentRecord } from '@vigil/contracts';
import { ruleStrength, strengthInWords } from '@vigil/contracts/rule-finding';
import { Anchor } from '@mantine/core';
import type { CSSProperties, ReactNode } from 'react';
import { mediaTime } from '../../lib/format/media-time.ts';
import { incidentWords } from '../../messages/en/incident-words.ts';
import { incident as messages } from '../../messages/en/incident.ts';
import styles from './evidence.module.css';
import { measuredValue } from './measured-value.ts';
import { NearestNormal } from './nearest-normal.tsx';
import { rarityText } from './rarity.ts';

const text = messages.evidence;

/** What one sense says. */
export function EvidenceRow({
  evidence,
  incident,
  onSeek,
}: {
  readonly evidence: Evidence;
  readonly incident: IncidentRecord;
  readonly onSeek: (seconds: number) => void;
}): ReactNode {
  const { modality, state, share, summary, pValue, peakSeconds, details, nearestNormal } = evidence;
  const isSpeaking = state === 'used' && share > 0;
  const strength = ruleStrength(evidence);
  const measured = Object.entries(details).filter(([name]) => name !== 'strength');
  return (
    <li className={styles.row} data-speaking={isSpeaking}>
      <Head
        modality={modality}
        state={state}
        said={isSpeaking ? text.share(Math.round(share * 100)) : state === 'used' ? text.nothing : text[state]}
      />
      <p className={styles.summary}>{summary}</p>
      {state === 'used' && pValue !== null ? (
        <p className={styles.rarity}>
          {strength === null ? rarityText(pValue) : text.byRule(strengthInWords(strength))}
          {peakSeconds === null || !isSpeaking ? null : (
            <>
              {'; '}
              {text.strongest}{' '}
              <Anchor
                component="button"
                type="button"
                size="sm"
                underline="always"
                aria-label={text.goTo(mediaTime(peakSeconds, 1))}
                onClick={() => onSeek(peakSeconds)}
              >
                {mediaTime(peakSeconds, 1)}
              </Anchor>
            </>
          )}
        </p>
      ) : null}
      {measured.length === 0 || !isSpeaking ? null : (
        <dl className={styles.details} aria-label={text.details}>
          {measured.map(([name, raw]) => {
            const { label, value } = measuredValue(name, raw, [text.yes, text.no]);
            return (
              <div key={name}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            );
          })}
        </dl>
      )}
      {isSpeaking && nearestNormal.length > 0 ? <NearestNormal evidence={evidence} incident={incident} /> : null}
    </li>
  );
}

/** A sense that has no part in the incident: it found nothing, had nothing to go by, or could not run. */
export function SilentSense({
  report: { modality, state, reason },
}: {
  readonly report: Analysis['modalities'][number];
}): ReactNode {
  return (
    <li className={styles.row} data-speaking={false}>
      <Head modality={modality} state={state} said={state === 'used' ? text.nothing : text[state]} />
      {reason === null ? null : <p className={styles.summary}>{reason}</p>}
    </li>
  );
}

function Head({ modality, state, said }: Pick<Evidence, 'modality' | 'state'> & { readonly said: string }): ReactNode {
  const colour = { '--colour': `var(--vigil-lane-${modality})` } as CSSProperties;
  return (
    <div className={styles.head}>
      <span className={styles.mark} data-state={state} style={colour} aria-hidden />
      <h3 className={styles.name}>{incidentWords.modalities[modality]}</h3>
      <span className={styles.share}>{said}</span>
    </div>
  );
}

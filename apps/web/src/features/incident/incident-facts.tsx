import type { IncidentRecord } from '@vigil/contracts';
import { ruleFinding, strengthInWords } from '@vigil/contracts/rule-finding';
import type { ReactNode } from 'react';
import { duration, mediaTime } from '../../lib/format/media-time.ts';
import { exactMomentText, momentText } from '../../lib/format/moments.ts';
import { incidentWords } from '../../messages/en/incident-words.ts';
import { incident as text } from '../../messages/en/incident.ts';
import styles from './incident.module.css';
import { rarityText } from './rarity.ts';

/** What raised it (a rule, or how unusual it is), when it was, and when it was found. */
export function IncidentFacts({ incident }: { readonly incident: IncidentRecord }): ReactNode {
  const { startSeconds, endSeconds, peakSeconds, startedAt, decidedAt, caption, transcript } = incident;
  const inRecording = text.inRecording(mediaTime(startSeconds, 1), mediaTime(endSeconds, 1));
  const facts: readonly (readonly [name: string, value: string, exact?: string])[] = [
    ...raisedBy(incident),
    ...(startedAt === null ? [] : [[text.facts.when, momentText(startedAt), exactMomentText(startedAt)] as const]),
    [
      startedAt === null ? text.facts.when : text.facts.where,
      `${inRecording}, ${text.lasts(duration(endSeconds - startSeconds))}, ${text.peak(mediaTime(peakSeconds, 1))}`,
    ],
    [text.facts.decided, momentText(decidedAt), exactMomentText(decidedAt)],
    ...(caption === null ? [] : [[text.caption, caption] as const]),
    ...(transcript === null ? [] : [[text.transcript, transcript] as const]),
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value, exact]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd title={exact}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A rule raises by its own limit: how unusual things were is an addition, of another sense. */
function raisedBy(incident: IncidentRecord): readonly (readonly [name: string, value: string])[] {
  const rule = ruleFinding(incident);
  if (rule === null) return [[text.facts.rarity, rarityText(incident.pValue)]];
  const { kind, strength, beside } = rule;
  const found = [text.facts.rule, text.foundByRule(incidentWords.kinds[kind], strengthInWords(strength))] as const;
  if (beside === null) return [found];
  return [found, [text.facts.beside, text.unusualBeside(incidentWords.modalities[beside.modality], rarityText(beside.pValue))]];
}

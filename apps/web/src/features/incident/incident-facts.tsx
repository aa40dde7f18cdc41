import type { IncidentRecord } from '@vigil/contracts';
import type { ReactNode } from 'react';
import { duration, mediaTime } from '../../lib/format/media-time.ts';
import { exactMomentText, momentText } from '../../lib/format/moments.ts';
import { incident as text } from '../../messages/en/incident.ts';
import styles from './incident.module.css';
import { rarityText } from './rarity.ts';

/** When it was, how unusual, and when it was found. */
export function IncidentFacts({ incident }: { readonly incident: IncidentRecord }): ReactNode {
  const { startSeconds, endSeconds, peakSeconds, startedAt, decidedAt, pValue, caption, transcript } = incident;
  const inRecording = text.inRecording(mediaTime(startSeconds, 1), mediaTime(endSeconds, 1));
  const facts: readonly (readonly [name: string, value: string, exact?: string])[] = [
    ...(startedAt === null ? [] : [[text.facts.when, momentText(startedAt), exactMomentText(startedAt)] as const]),
    [
      startedAt === null ? text.facts.when : text.facts.where,
      `${inRecording}, ${text.lasts(duration(endSeconds - startSeconds))}, ${text.peak(mediaTime(peakSeconds, 1))}`,
    ],
    [text.facts.rarity, rarityText(pValue)],
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

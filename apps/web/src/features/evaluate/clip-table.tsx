import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Panel } from '../../components/panel.tsx';
import { type Column, RecordTable } from '../../components/record-table.tsx';
import { duration } from '../../lib/format/media-time.ts';
import { evaluate } from '../../messages/en/evaluate.ts';
import styles from './evaluate.module.css';
import type { Outcome } from './evaluation-queries.ts';
import { figureText } from './figure-text.ts';

const text = evaluate.clips;

type Clip = Outcome['perClip'][number];

const columns: readonly Column<Clip>[] = [
  {
    name: text.clip,
    isHeading: true,
    cell: ({ file, name, durationSeconds }) => (
      <>
        <span title={file}>{name ?? file}</span>
        <Text size="xs" c="dimmed">
          {duration(durationSeconds)}
        </Text>
      </>
    ),
  },
  { name: text.label, cell: ({ label }) => label ?? '–' },
  {
    name: text.predicted,
    cell: ({ label, predicted }) =>
      predicted !== null && predicted !== label ? <strong className={styles.wrong}>{predicted}</strong> : (predicted ?? '–'),
  },
  { name: text.auc, cell: ({ auc }) => figureText('microAuc', auc) },
  { name: text.strip, cell: (clip) => <Strip clip={clip} /> },
];

/** Every clip with its labels and the alarms that were raised in it. */
export function ClipTable({ outcome: { perClip } }: { readonly outcome: Outcome }): ReactNode {
  return (
    <Panel title={text.title}>
      <Text component="div" mb="xs" aria-hidden>
        <span className={styles.key}>
          <span className={styles.labelled} /> {text.key.labelled}
        </span>
        <span className={styles.key}>
          <span className={styles.alarm} /> {text.key.alarms}
        </span>
      </Text>
      <RecordTable
        caption={text.title}
        columns={columns}
        rows={perClip}
        keyOf={({ file }) => file}
        minWidth={640}
        maxHeight={560}
        spacing={6}
      />
    </Panel>
  );
}

function Strip({ clip: { labelled, alarms, durationSeconds } }: { readonly clip: Clip }): ReactNode {
  const place = ({ startSeconds, endSeconds }: Clip['alarms'][number]) => ({
    left: `${(100 * startSeconds) / durationSeconds}%`,
    width: `${(100 * Math.max(0, endSeconds - startSeconds)) / durationSeconds}%`,
  });
  const words = text.stripOf(labelled?.length ?? 0, alarms.length);
  return (
    <div
      role="img"
      className={styles.strip}
      aria-label={labelled === null ? `${text.unlabelled}, ${words}` : words}
      title={words}
    >
      {labelled?.map((range) => (
        <span key={range.startSeconds} className={styles.labelled} style={place(range)} />
      ))}
      {alarms.map((range) => (
        <span key={range.startSeconds} className={styles.alarm} style={place(range)} />
      ))}
    </div>
  );
}

import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Panel } from '../../components/panel.tsx';
import { WideTable } from '../../components/wide-table.tsx';
import { duration } from '../../lib/format/media-time.ts';
import { evaluate } from '../../messages/en/evaluate.ts';
import styles from './evaluate.module.css';
import type { Outcome } from './evaluation-queries.ts';
import { figureText } from './figure-text.ts';

const text = evaluate.clips;

type Clip = Outcome['perClip'][number];

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
      <WideTable label={text.title} minWidth={640} maxHeight={560} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            {[text.clip, text.label, text.predicted, text.auc, text.strip].map((name) => (
              <Table.Th key={name} scope="col">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {perClip.map((clip) => (
            <Table.Tr key={clip.file}>
              <Table.Th scope="row" fw={400} style={{ overflowWrap: 'anywhere' }}>
                <span title={clip.file}>{clip.name ?? clip.file}</span>
                <Text size="xs" c="dimmed">
                  {duration(clip.durationSeconds)}
                </Text>
              </Table.Th>
              <Table.Td>{clip.label ?? '–'}</Table.Td>
              <Table.Td
                {...(clip.predicted !== null && clip.predicted !== clip.label
                  ? { style: { color: 'var(--vigil-critical)', fontWeight: 600 } }
                  : {})}
              >
                {clip.predicted ?? '–'}
              </Table.Td>
              <Table.Td>{figureText('microAuc', clip.auc)}</Table.Td>
              <Table.Td>
                <Strip clip={clip} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
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

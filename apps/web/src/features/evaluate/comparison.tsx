import { Alert } from '@mantine/core';
import {
  IconArrowDownRight,
  IconArrowUpRight,
  IconEqual,
  IconScaleOff,
  IconTrendingDown,
  IconTrendingUp,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Panel } from '../../components/panel.tsx';
import { type Column, RecordTable } from '../../components/record-table.tsx';
import { evaluate } from '../../messages/en/evaluate.ts';
import { type ComparedFigure, compareFigures, comparisonInWords, figureName } from './compare-figures.ts';
import { labelsDifferInWords } from './compare-labels.ts';
import styles from './evaluate.module.css';
import type { Evaluation } from './evaluation-queries.ts';
import { differenceText, figureText } from './figure-text.ts';

const text = evaluate.compare;

const tones = {
  worse: { color: 'red', icon: IconTrendingDown },
  better: { color: 'green', icon: IconTrendingUp },
  same: { color: 'gray', icon: IconEqual },
} as const;

/** Two runs side by side: in words, then figure by figure. */
export function Comparison({ before, after }: { readonly before: Evaluation; readonly after: Evaluation }): ReactNode {
  const doubt = labelsDifferInWords(before, after);
  const compared = compareFigures(before.figures, after.figures, doubt === null);
  const tone = toneOf(compared);
  const { color, icon: Icon } = tones[tone];
  return (
    <Panel title={text.title}>
      {doubt === null ? (
        <Alert role="status" color={color} icon={<Icon />} mb="sm">
          {comparisonInWords(compared)}
        </Alert>
      ) : (
        <Alert role="status" color="yellow" icon={<IconScaleOff />} mb="sm">
          {doubt}
        </Alert>
      )}
      <RecordTable caption={text.title} columns={columns} rows={compared} keyOf={({ name }) => name} minWidth={560} spacing={6} />
    </Panel>
  );
}

/** One figure that is worse makes the whole worse. */
function toneOf(compared: readonly ComparedFigure[]): keyof typeof tones {
  const has = (wanted: ComparedFigure['verdict']): boolean => compared.some(({ verdict }) => verdict === wanted);
  return has('worse') ? 'worse' : has('better') ? 'better' : 'same';
}

const columns: readonly Column<ComparedFigure>[] = [
  { name: text.columns.figure, isHeading: true, cell: ({ name }) => figureName(name) },
  { name: text.columns.before, cell: ({ name, before }) => figureText(name, before) },
  { name: text.columns.after, cell: ({ name, after }) => figureText(name, after) },
  { name: text.columns.difference, cell: ({ name, difference }) => differenceText(name, difference) },
  { name: text.columns.verdict, cell: (figure) => <ShownVerdict figure={figure} /> },
];

function ShownVerdict({ figure: { difference, verdict } }: { readonly figure: ComparedFigure }): ReactNode {
  const Arrow = difference === null || verdict === 'same' ? IconEqual : difference > 0 ? IconArrowUpRight : IconArrowDownRight;
  return (
    <span className={styles.verdict} data-verdict={verdict}>
      {verdict === 'unknown' ? null : <Arrow size={16} aria-hidden />}
      {text.verdicts[verdict]}
    </span>
  );
}

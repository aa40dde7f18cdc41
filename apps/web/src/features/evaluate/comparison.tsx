import { Alert, Table } from '@mantine/core';
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
import { WideTable } from '../../components/wide-table.tsx';
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
      <WideTable label={text.title} minWidth={560} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            {Object.values(text.columns).map((name) => (
              <Table.Th key={name} scope="col">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {compared.map((figure) => (
            <ComparedRow key={figure.name} figure={figure} />
          ))}
        </Table.Tbody>
      </WideTable>
    </Panel>
  );
}

/** One figure that is worse makes the whole worse. */
function toneOf(compared: readonly ComparedFigure[]): keyof typeof tones {
  const has = (wanted: ComparedFigure['verdict']): boolean => compared.some(({ verdict }) => verdict === wanted);
  return has('worse') ? 'worse' : has('better') ? 'better' : 'same';
}

function ComparedRow({ figure }: { readonly figure: ComparedFigure }): ReactNode {
  const { name, before, after, difference, verdict } = figure;
  const Arrow = difference === null || verdict === 'same' ? IconEqual : difference > 0 ? IconArrowUpRight : IconArrowDownRight;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {figureName(name)}
      </Table.Th>
      <Table.Td>{figureText(name, before)}</Table.Td>
      <Table.Td>{figureText(name, after)}</Table.Td>
      <Table.Td>{differenceText(name, difference)}</Table.Td>
      <Table.Td>
        <span className={styles.verdict} data-verdict={verdict}>
          <Arrow size={16} aria-hidden />
          {text.verdicts[verdict]}
        </span>
      </Table.Td>
    </Table.Tr>
  );
}

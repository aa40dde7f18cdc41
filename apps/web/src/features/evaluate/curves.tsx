import { Text } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import type { ChartSeries } from '../../components/chart/chart-series.ts';
import { LineChart } from '../../components/chart/line-chart.tsx';
import { Panel } from '../../components/panel.tsx';
import { percentText } from '../../lib/format/quantities.ts';
import { evaluate } from '../../messages/en/evaluate.ts';
import { alignCurves, type Curve } from './align-curves.ts';
import styles from './evaluate.module.css';
import type { Outcome } from './evaluation-queries.ts';

const text = evaluate.curves;
const share = { format: (value: number) => value.toFixed(2), range: [0, 1] } as const;
const falsePositive = { ...share, label: text.falsePositive };
const truePositive = { ...share, label: text.truePositive };
const recallAxis = { ...share, label: text.recall };
const precisionAxis = { ...share, label: text.precision };

/** ROC and precision–recall of a run, and of another one beside it. */
export function Curves({ outcome, other }: { readonly outcome: Outcome; readonly other: Outcome | undefined }): ReactNode {
  const roc = useMemo(() => lines(rocOf(outcome), other && rocOf(other), { x: [0, 1], y: [0, 1] }), [outcome, other]);
  const guess = outcome.anomalousShare ?? 0;
  const precisionRecall = useMemo(
    () => lines(precisionRecallOf(outcome), other && precisionRecallOf(other), { x: [0, 1], y: [guess, guess] }),
    [outcome, other, guess],
  );
  if (roc === null && precisionRecall === null)
    return (
      <Panel title={text.roc}>
        <Text c="dimmed">{text.none}</Text>
      </Panel>
    );
  return (
    <div className={styles.curves}>
      {roc === null ? null : (
        <Panel title={text.roc}>
          <LineChart
            title={text.roc}
            summary={text.rocSummary(outcome.microAuc?.toFixed(3) ?? '–')}
            {...roc}
            xAxis={falsePositive}
            yAxis={truePositive}
            heightPx={320}
          />
        </Panel>
      )}
      {precisionRecall === null ? null : (
        <Panel title={text.precisionRecall}>
          <LineChart
            title={text.precisionRecall}
            summary={text.precisionRecallSummary(outcome.averagePrecision?.toFixed(3) ?? '–', percentText(guess))}
            {...precisionRecall}
            xAxis={recallAxis}
            yAxis={precisionAxis}
            heightPx={320}
          />
        </Panel>
      )}
    </div>
  );
}

function rocOf({ roc }: Outcome): Curve | null {
  return (
    roc && {
      x: roc.map(({ falsePositiveRate }) => falsePositiveRate),
      y: roc.map(({ truePositiveRate }) => truePositiveRate),
    }
  );
}

function precisionRecallOf({ precisionRecall }: Outcome): Curve | null {
  return (
    precisionRecall && {
      x: precisionRecall.map(({ recall }) => recall),
      y: precisionRecall.map(({ precision }) => precision),
    }
  );
}

/** What the chart draws; null where the run has no curve. */
function lines(
  own: Curve | null,
  other: Curve | null | undefined,
  guessing: Curve,
): { readonly x: readonly number[]; readonly series: readonly ChartSeries[] } | null {
  if (own === null) return null;
  const drawn: { readonly curve: Curve; readonly look: Omit<ChartSeries, 'values'> }[] = [
    { curve: own, look: { label: text.thisRun, colour: '--vigil-info' } },
    ...(other ? [{ curve: other, look: { label: text.otherRun, colour: '--vigil-warning', dash: [8, 4] } as const }] : []),
    { curve: guessing, look: { label: text.guessing, colour: '--mantine-color-dimmed', dash: [2, 4] } },
  ];
  const { x, columns } = alignCurves(drawn.map(({ curve }) => curve));
  return { x, series: drawn.map(({ look }, index) => ({ ...look, values: columns[index] ?? [] })) };
}

import { Alert, List, Skeleton, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Facts } from '../../components/facts.tsx';
import { Panel } from '../../components/panel.tsx';
import { Problem } from '../../components/problem.tsx';
import { evaluate } from '../../messages/en/evaluate.ts';
import { ClipTable } from './clip-table.tsx';
import { figureName } from './compare-figures.ts';
import { Curves } from './curves.tsx';
import { type Evaluation, type Outcome, useOutcome } from './evaluation-queries.ts';
import { figureText } from './figure-text.ts';
import { KindTable } from './kind-table.tsx';
import { MeasuredLabels } from './measured-labels.tsx';
import { ModalityTable } from './modality-table.tsx';

const text = evaluate.figures;

/** What an evaluation has found: figures, curves, and tables by modality, kind and clip. */
export function EvaluationOutcome({
  evaluation,
  other,
}: {
  readonly evaluation: Evaluation;
  /** A run to draw beside it. */
  readonly other: Evaluation | undefined;
}): ReactNode {
  const { data: outcome, error, refetch } = useOutcome(evaluation);
  const { data: otherOutcome } = useOutcome(other);
  return (
    <>
      {outcome !== undefined && outcome.warnings.length > 0 ? (
        <Alert color="blue" icon={<IconInfoCircle />} title={evaluate.page.warnings} mb="md">
          <List size="sm">
            {outcome.warnings.map((warning) => (
              <List.Item key={warning}>{warning}</List.Item>
            ))}
          </List>
        </Alert>
      ) : null}
      <Figures evaluation={evaluation} outcome={outcome} />
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {outcome === undefined ? (
        error === null && <Skeleton h={400} />
      ) : (
        <>
          <Curves outcome={outcome} other={otherOutcome} />
          {outcome.task === 'event' && outcome.microAuc !== null ? (
            <Text size="sm" c="dimmed" mb="md">
              {evaluate.curves.note}
            </Text>
          ) : null}
          <ModalityTable outcome={outcome} />
          <KindTable outcome={outcome} />
          <ClipTable outcome={outcome} />
          <MeasuredLabels evaluation={evaluation} />
          <Panel title={evaluate.page.versions}>
            <Facts facts={Object.entries(outcome.versions).map(([label, value]) => ({ label, value }))} />
          </Panel>
        </>
      )}
    </>
  );
}

const shown = [
  'microAuc',
  'macroAuc',
  'averagePrecision',
  'equalErrorRate',
  'alarmsPerHour',
  'falseAlarmsPerHour',
  'medianDelaySeconds',
  'hardNegativeFalseAlarms',
  'testClips',
  'trainClips',
  'timesRealTime',
] as const;

function Figures({ evaluation, outcome }: { readonly evaluation: Evaluation; readonly outcome: Outcome | undefined }): ReactNode {
  const { figures } = evaluation;
  const delay = outcome?.delay;
  return (
    <Panel title={text.title}>
      <Facts
        facts={[
          ...shown.map((name) => {
            const value = figures[name] ?? null;
            return { label: figureName(name), value: value === null ? null : figureText(name, value), unknown: text.unknown };
          }),
          ...(delay === null || delay === undefined
            ? []
            : [{ label: text.detected, value: text.events(delay.detected, delay.missed) }]),
        ]}
      />
      {outcome?.budget == null ? null : (
        <Text size="sm" c="dimmed" mt="sm">
          {outcome.budget.summary}
        </Text>
      )}
    </Panel>
  );
}

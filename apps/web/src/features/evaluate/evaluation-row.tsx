import { Anchor, Checkbox, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { JobProgress } from '../../components/job-progress.tsx';
import { Moment } from '../../components/moment.tsx';
import { momentText } from '../../lib/format/moments.ts';
import { useUserName } from '../../lib/users/use-user-name.ts';
import { numberText } from '../../lib/format/quantities.ts';
import { evaluate } from '../../messages/en/evaluate.ts';
import { type Evaluation, useEvaluationJob } from './evaluation-queries.ts';
import { figureText } from './figure-text.ts';

const text = evaluate.list;

/** One evaluation of the list. */
export function EvaluationRow({
  evaluation,
  isChosen,
  onToggle,
}: {
  readonly evaluation: Evaluation;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}): ReactNode {
  const nameOf = useUserName();
  const job = useEvaluationJob(evaluation);
  const { id, dataset, createdAt, requestedBy, budgetIncidentsPerDay, state, error, figures } = evaluation;
  return (
    <Table.Tr>
      <Table.Td>
        {state === 'done' ? (
          <Checkbox checked={isChosen} aria-label={text.choose(`${dataset}, ${momentText(createdAt)}`)} onChange={onToggle} />
        ) : null}
      </Table.Td>
      <Table.Td>
        <Anchor component={Link} href={`/evaluate/${id}`} fz="sm" fw={600}>
          {dataset}
        </Anchor>
      </Table.Td>
      <Table.Td>
        <Moment at={createdAt} />
      </Table.Td>
      <Table.Td>{nameOf(requestedBy)}</Table.Td>
      <Table.Td>{budgetIncidentsPerDay === null ? text.general : text.perDay(numberText(budgetIncidentsPerDay))}</Table.Td>
      {job === undefined ? (
        <>
          <Table.Td>
            {text.states[state]}
            {error === null ? null : (
              <Text size="sm" style={{ color: 'var(--vigil-critical)' }}>
                {error.message}
              </Text>
            )}
          </Table.Td>
          {(['microAuc', 'falseAlarmsPerHour', 'medianDelaySeconds'] as const).map((name) => (
            <Table.Td key={name}>{figureText(name, figures[name] ?? null)}</Table.Td>
          ))}
        </>
      ) : (
        <Table.Td colSpan={4}>
          <JobProgress job={job} label={text.running} />
        </Table.Td>
      )}
    </Table.Tr>
  );
}

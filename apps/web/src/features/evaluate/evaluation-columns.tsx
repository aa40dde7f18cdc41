import { Anchor, Checkbox, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { JobProgress } from '../../components/job-progress.tsx';
import { Moment } from '../../components/moment.tsx';
import type { Column } from '../../components/record-table.tsx';
import { momentText } from '../../lib/format/moments.ts';
import { numberText } from '../../lib/format/quantities.ts';
import { useUserName } from '../../lib/users/use-user-name.ts';
import { evaluate } from '../../messages/en/evaluate.ts';
import { type Evaluation, useEvaluationJob } from './evaluation-queries.ts';
import styles from './evaluate.module.css';
import { figureText } from './figure-text.ts';

const text = evaluate.list;

const figure =
  (name: string) =>
  ({ state, figures }: Evaluation): ReactNode =>
    state === 'done' ? figureText(name, figures[name] ?? null) : null;

/** What the list shows of an evaluation, after the box that chooses it. */
export const evaluationColumns: readonly Column<Evaluation>[] = [
  {
    name: text.columns.dataset,
    isHeading: true,
    cell: ({ id, dataset }) => (
      <Anchor component={Link} href={`/evaluate/${id}`} fz="sm" fw={600}>
        {dataset}
      </Anchor>
    ),
  },
  { name: text.columns.at, cell: (evaluation) => <Started evaluation={evaluation} /> },
  {
    name: text.columns.budget,
    cell: ({ budgetIncidentsPerDay }) =>
      budgetIncidentsPerDay === null ? text.general : text.perDay(numberText(budgetIncidentsPerDay)),
  },
  { name: text.columns.state, cell: (evaluation) => <State evaluation={evaluation} /> },
  { name: text.columns.auc, cell: figure('microAuc') },
  { name: text.columns.false, cell: figure('falseAlarmsPerHour') },
  { name: text.columns.delay, cell: figure('medianDelaySeconds') },
];

/** Chooses an evaluation to be compared. */
export function Choice({
  evaluation: { state, dataset, createdAt },
  isChosen,
  onToggle,
}: {
  readonly evaluation: Evaluation;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}): ReactNode {
  if (state !== 'done') return null;
  return <Checkbox checked={isChosen} aria-label={text.choose(`${dataset}, ${momentText(createdAt)}`)} onChange={onToggle} />;
}

function Started({ evaluation: { createdAt, requestedBy } }: { readonly evaluation: Evaluation }): ReactNode {
  const nameOf = useUserName();
  return (
    <>
      <span className={styles.moment}>
        <Moment at={createdAt} />
      </span>
      <Text size="xs" c="dimmed">
        {text.by(nameOf(requestedBy))}
      </Text>
    </>
  );
}

function State({ evaluation }: { readonly evaluation: Evaluation }): ReactNode {
  const job = useEvaluationJob(evaluation);
  const { state, error } = evaluation;
  if (job !== undefined)
    return (
      <div className={styles.progress}>
        <JobProgress job={job} label={text.running} />
      </div>
    );
  return (
    <>
      {text.states[state]}
      {error === null ? null : (
        <Text size="sm" className={styles.wrong}>
          {error.message}
        </Text>
      )}
    </>
  );
}

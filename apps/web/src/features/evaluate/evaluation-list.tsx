import { Button, Skeleton, Text } from '@mantine/core';
import { IconChartHistogram } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { Empty } from '../../components/empty.tsx';
import { Panel } from '../../components/panel.tsx';
import { Problem } from '../../components/problem.tsx';
import { type Column, RecordTable } from '../../components/record-table.tsx';
import { evaluate } from '../../messages/en/evaluate.ts';
import { Choice, evaluationColumns } from './evaluation-columns.tsx';
import { type Evaluation, useEvaluations } from './evaluation-queries.ts';

const text = evaluate.list;

/** Every evaluation with its main figures; two of them can be compared. */
export function EvaluationList(): ReactNode {
  const { data, error, refetch } = useEvaluations();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [older, newer] = data?.items.filter(({ id }) => chosen.includes(id)).toReversed() ?? [];
  const toggle = (id: string): void =>
    setChosen((before) => (before.includes(id) ? before.filter((kept) => kept !== id) : [...before, id].slice(-2)));
  const columns: readonly Column<Evaluation>[] = [
    {
      name: text.columns.choose,
      cell: (evaluation) => (
        <Choice evaluation={evaluation} isChosen={chosen.includes(evaluation.id)} onToggle={() => toggle(evaluation.id)} />
      ),
    },
    ...evaluationColumns,
  ];
  return (
    <Panel
      title={text.title}
      actions={
        older !== undefined && newer !== undefined ? (
          <Button component={Link} size="xs" href={`/evaluate/${newer.id}?with=${older.id}`}>
            {text.compare}
          </Button>
        ) : chosen.length === 1 ? (
          <Text size="sm" c="dimmed" role="status">
            {text.compareHint}
          </Text>
        ) : null
      }
    >
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton h={200} /> : null}
      {data?.items.length === 0 ? (
        <Empty icon={IconChartHistogram} title={text.none}>
          {text.noneText}
        </Empty>
      ) : null}
      {data === undefined || data.items.length === 0 ? null : (
        <RecordTable caption={text.title} columns={columns} rows={data.items} keyOf={({ id }) => id} minWidth={860} />
      )}
    </Panel>
  );
}

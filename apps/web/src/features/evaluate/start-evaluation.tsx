import { Button, Group, NativeSelect, NumberInput, Skeleton, Text } from '@mantine/core';
import { IconDatabaseOff } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Empty } from '../../components/empty.tsx';
import { Outcome } from '../../components/outcome.tsx';
import { Panel } from '../../components/panel.tsx';
import { Problem } from '../../components/problem.tsx';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import { evaluate } from '../../messages/en/evaluate.ts';

const text = evaluate.start;

/** Chooses a data set and a budget, and queues an evaluation. */
export function StartEvaluation(): ReactNode {
  const client = useQueryClient();
  const [chosen, setChosen] = useState<string | null>(null);
  const [budget, setBudget] = useState<number | string>('');
  const { data, error, refetch } = useQuery({
    queryKey: ['evaluation-datasets'],
    queryFn: () => bodyOf(api.GET('/api/v1/evaluation-datasets')),
  });
  const dataset = chosen ?? data?.items.find(({ problem }) => problem === null)?.dataset ?? null;
  const start = useMutation({
    mutationFn: (name: string) =>
      bodyOf(
        api.POST('/api/v1/evaluations', {
          body: { dataset: name, ...(typeof budget === 'number' ? { budgetIncidentsPerDay: budget } : {}) },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['evaluation'] }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (dataset !== null) start.mutate(dataset);
  };
  return (
    <Panel title={text.title}>
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton h={90} /> : null}
      {data?.items.length === 0 ? (
        <Empty icon={IconDatabaseOff} title={text.none}>
          {data.reason}
        </Empty>
      ) : null}
      {data === undefined || data.items.length === 0 ? null : (
        <form onSubmit={submit}>
          <Text size="sm" c="dimmed" mb="sm">
            {text.text}
          </Text>
          <Group align="end">
            <NativeSelect
              label={text.dataset}
              data={data.items.map(({ dataset: name, title, clips, problem }) => ({
                value: name,
                disabled: problem !== null,
                label: problem === null ? text.clips(title ?? name, clips ?? 0) : `${name}: ${text.unusable(problem)}`,
              }))}
              value={dataset ?? ''}
              onChange={({ currentTarget }) => setChosen(currentTarget.value)}
              maw="100%"
            />
            <NumberInput
              label={text.budget}
              placeholder={text.budgetHint}
              min={0.001}
              max={100_000}
              value={budget}
              onChange={setBudget}
            />
            <Button type="submit" disabled={dataset === null} loading={start.isPending}>
              {text.submit}
            </Button>
          </Group>
          <Outcome of={start} done={text.started} />
        </form>
      )}
    </Panel>
  );
}

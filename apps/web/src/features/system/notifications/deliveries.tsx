import { Anchor, Button, SegmentedControl, Skeleton, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'wouter';
import { Empty } from '../../../components/empty.tsx';
import { Moment } from '../../../components/moment.tsx';
import { Outcome } from '../../../components/outcome.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Problem } from '../../../components/problem.tsx';
import { type Column, RecordTable } from '../../../components/record-table.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { api } from '../../../lib/api/api-client.ts';
import { notifications } from '../../../messages/en/notifications.ts';
import { type Delivery, useDeliveries, useDeliveriesChanged, useRules } from './notification-queries.ts';

const text = notifications.deliveries;
const states: readonly Delivery['state'][] = ['waiting', 'sent', 'failed', 'cooling'];

/** What was sent, waits and has failed. */
export function Deliveries(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const state = states.find((known) => known === search.get('deliveries')) ?? null;
  const query = useDeliveries(state);
  const { data, error, refetch } = query;
  const { data: rules } = useRules();
  const columns = columnsWith(new Map(rules?.items.map(({ id, name }) => [id, name])));
  const items = data?.pages.flatMap((page) => page.items);
  const narrow = (value: string): void =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value === '') next.delete('deliveries');
      else next.set('deliveries', value);
      return next;
    });
  return (
    <Panel title={text.title}>
      <SegmentedControl
        aria-label={text.filter}
        size="xs"
        mb="sm"
        data={[{ value: '', label: text.all }, ...states.map((value) => ({ value, label: text.states[value] }))]}
        value={state ?? ''}
        onChange={narrow}
        style={{ flexWrap: 'wrap', maxWidth: '100%' }}
      />
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {items === undefined && error === null ? <Skeleton h={120} /> : null}
      {items?.length === 0 ? (
        <Empty icon={IconSend} title={text.none}>
          {text.noneText}
        </Empty>
      ) : null}
      {items === undefined || items.length === 0 ? null : (
        <RecordTable caption={text.title} columns={columns} rows={items} keyOf={({ id }) => id} minWidth={640} />
      )}
      <ShowMore of={query} />
    </Panel>
  );
}

function columnsWith(ruleNames: ReadonlyMap<string, string>): readonly Column<Delivery>[] {
  const names = text.columns;
  return [
    { name: names.at, isHeading: true, cell: ({ createdAt }) => <Moment at={createdAt} /> },
    { name: names.rule, cell: ({ ruleId }) => ruleNames.get(ruleId) ?? text.removedRule },
    {
      name: names.incident,
      cell: ({ incidentId }) => (
        <Anchor component={Link} href={`/incidents/${incidentId}`}>
          {text.open}
        </Anchor>
      ),
    },
    {
      name: names.state,
      cell: ({ state, problem }) => (
        <>
          {text.states[state]}
          {problem === null ? null : (
            <Text size="sm" style={{ color: 'var(--vigil-critical)' }}>
              {problem}
            </Text>
          )}
        </>
      ),
    },
    { name: names.attempts, cell: ({ attempts }) => attempts },
    { name: names.action, cell: (delivery) => (delivery.state === 'failed' ? <Retry id={delivery.id} /> : null) },
  ];
}

function Retry({ id }: { readonly id: string }): ReactNode {
  const refresh = useDeliveriesChanged();
  const retry = useMutation({
    mutationFn: () => api.POST('/api/v1/notifications/deliveries/{id}/retry', { params: { path: { id } } }),
    onSuccess: refresh,
  });
  return (
    <>
      <Button size="compact-sm" variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
        {text.retry}
      </Button>
      <Outcome of={retry} />
    </>
  );
}

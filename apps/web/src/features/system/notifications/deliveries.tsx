import { Anchor, Button, Group, SegmentedControl, Skeleton, Table, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'wouter';
import { Empty } from '../../../components/empty.tsx';
import { Moment } from '../../../components/moment.tsx';
import { Outcome } from '../../../components/outcome.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Problem } from '../../../components/problem.tsx';
import { WideTable } from '../../../components/wide-table.tsx';
import { api } from '../../../lib/api/api-client.ts';
import { controls } from '../../../messages/en/controls.ts';
import { notifications } from '../../../messages/en/notifications.ts';
import { type Delivery, useDeliveries, useDeliveriesChanged, useRules } from './notification-queries.ts';

const text = notifications.deliveries;
const states: readonly Delivery['state'][] = ['waiting', 'sent', 'failed', 'cooling'];

/** What was sent, waits and has failed. */
export function Deliveries(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const state = states.find((known) => known === search.get('deliveries')) ?? null;
  const { data, error, refetch, hasNextPage, fetchNextPage } = useDeliveries(state);
  const { data: rules } = useRules();
  const names = new Map(rules?.items.map(({ id, name }) => [id, name]));
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
        <WideTable label={text.title} minWidth={640}>
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
            {items.map((delivery) => (
              <DeliveryRow key={delivery.id} delivery={delivery} ruleName={names.get(delivery.ruleId) ?? text.removedRule} />
            ))}
          </Table.Tbody>
        </WideTable>
      )}
      {hasNextPage ? (
        <Group justify="center">
          <Button variant="subtle" onClick={() => void fetchNextPage()}>
            {controls.more}
          </Button>
        </Group>
      ) : null}
    </Panel>
  );
}

function DeliveryRow({ delivery, ruleName }: { readonly delivery: Delivery; readonly ruleName: string }): ReactNode {
  const refresh = useDeliveriesChanged();
  const { id, incidentId, state, attempts, problem, createdAt } = delivery;
  const retry = useMutation({
    mutationFn: () => api.POST('/api/v1/notifications/deliveries/{id}/retry', { params: { path: { id } } }),
    onSuccess: refresh,
  });
  return (
    <Table.Tr>
      <Table.Td>
        <Moment at={createdAt} />
      </Table.Td>
      <Table.Td>{ruleName}</Table.Td>
      <Table.Td>
        <Anchor component={Link} href={`/incidents/${incidentId}`}>
          {text.open}
        </Anchor>
      </Table.Td>
      <Table.Td>
        {text.states[state]}
        {problem === null ? null : (
          <Text size="sm" style={{ color: 'var(--vigil-critical)' }}>
            {problem}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{attempts}</Table.Td>
      <Table.Td>
        {state === 'failed' ? (
          <Button size="compact-sm" variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
            {text.retry}
          </Button>
        ) : null}
        <Outcome of={retry} />
      </Table.Td>
    </Table.Tr>
  );
}

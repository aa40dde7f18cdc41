import { Badge, Button, Skeleton, Table, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Moment } from '../../components/moment.tsx';
import { Outcome } from '../../components/outcome.tsx';
import { Panel } from '../../components/panel.tsx';
import { Problem } from '../../components/problem.tsx';
import { WideTable } from '../../components/wide-table.tsx';
import { api } from '../../lib/api/api-client.ts';
import { accounts } from '../../messages/en/accounts.ts';
import { ownSessionsKey, useOwnSessions } from './account-queries.ts';
import { browserOf } from './browser-of.ts';

const text = accounts.sessions;

/** Where somebody is signed in, and ending it. */
export function OwnSessions(): ReactNode {
  const client = useQueryClient();
  const { data, error, refetch } = useOwnSessions();
  const end = useMutation({
    mutationFn: (id: string) => api.DELETE('/api/v1/auth/sessions/{id}', { params: { path: { id } } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ownSessionsKey }),
  });
  return (
    <Panel title={text.title}>
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      <Outcome of={end} />
      {data === undefined ? (
        error === null && <Skeleton h={120} />
      ) : (
        <WideTable label={text.title} minWidth={560}>
          <Table.Thead>
            <Table.Tr>
              {[text.browser, text.address, text.began, text.ends, text.actions].map((name) => (
                <Table.Th key={name} scope="col">
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.items.map(({ id, userAgent, ipAddress, createdAt, expiresAt, current }) => {
              const browser = browserOf(userAgent) ?? text.unknown;
              return (
                <Table.Tr key={id}>
                  <Table.Td title={userAgent ?? undefined}>
                    {browser} {current ? <Badge variant="light">{text.current}</Badge> : null}
                  </Table.Td>
                  <Table.Td>{ipAddress ?? <Text c="dimmed">{text.unknown}</Text>}</Table.Td>
                  <Table.Td>
                    <Moment at={createdAt} />
                  </Table.Td>
                  <Table.Td>
                    <Moment at={expiresAt} />
                  </Table.Td>
                  <Table.Td>
                    {current ? null : (
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={text.endOf(browser)}
                        loading={end.isPending && end.variables === id}
                        onClick={() => end.mutate(id)}
                      >
                        {text.end}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </WideTable>
      )}
    </Panel>
  );
}

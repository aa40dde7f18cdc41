import { Badge, Button, Skeleton, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Moment } from '../../components/moment.tsx';
import { Outcome } from '../../components/outcome.tsx';
import { Panel } from '../../components/panel.tsx';
import { Problem } from '../../components/problem.tsx';
import { type Column, RecordTable } from '../../components/record-table.tsx';
import { api } from '../../lib/api/api-client.ts';
import type { components } from '../../lib/api/generated/api.ts';
import { accounts } from '../../messages/en/accounts.ts';
import { ownSessionsKey, useOwnSessions } from './account-queries.ts';
import { browserOf } from './browser-of.ts';

type Session = components['schemas']['SessionList']['items'][number];

const text = accounts.sessions;

/** Where somebody is signed in, and ending it. */
export function OwnSessions(): ReactNode {
  const client = useQueryClient();
  const { data, error, refetch } = useOwnSessions();
  const end = useMutation({
    mutationFn: (id: string) => api.DELETE('/api/v1/auth/sessions/{id}', { params: { path: { id } } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ownSessionsKey }),
  });
  const columns: readonly Column<Session>[] = [
    {
      name: text.browser,
      isHeading: true,
      cell: ({ userAgent, current }) => (
        <span title={userAgent ?? undefined}>
          {nameOf(userAgent)} {current ? <Badge variant="light">{text.current}</Badge> : null}
        </span>
      ),
    },
    {
      name: text.address,
      cell: ({ ipAddress }) =>
        ipAddress ?? (
          <Text span inherit c="dimmed">
            {text.unknown}
          </Text>
        ),
    },
    { name: text.began, cell: ({ createdAt }) => <Moment at={createdAt} /> },
    { name: text.ends, cell: ({ expiresAt }) => <Moment at={expiresAt} /> },
    {
      name: text.actions,
      cell: ({ id, userAgent, current }) =>
        current ? null : (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={text.endOf(nameOf(userAgent))}
            loading={end.isPending && end.variables === id}
            onClick={() => end.mutate(id)}
          >
            {text.end}
          </Button>
        ),
    },
  ];
  return (
    <Panel title={text.title}>
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      <Outcome of={end} />
      {data === undefined ? (
        error === null && <Skeleton h={120} />
      ) : (
        <RecordTable caption={text.title} columns={columns} rows={data.items} keyOf={({ id }) => id} minWidth={560} />
      )}
    </Panel>
  );
}

function nameOf(userAgent: string | null): string {
  return browserOf(userAgent) ?? text.unknown;
}

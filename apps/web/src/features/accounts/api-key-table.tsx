import { Code, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMay } from '../../app/session.tsx';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { Moment } from '../../components/moment.tsx';
import { type Column, RecordTable } from '../../components/record-table.tsx';
import { api } from '../../lib/api/api-client.ts';
import type { components } from '../../lib/api/generated/api.ts';
import { useUserName } from '../../lib/users/use-user-name.ts';
import { accounts } from '../../messages/en/accounts.ts';
import { apiKeysKey } from './account-queries.ts';
import { keyState } from './key-state.ts';

type ApiKey = components['schemas']['ApiKey'];

const text = accounts.keys;

/** API keys, one a row. */
export function ApiKeyTable({ keys }: { readonly keys: readonly ApiKey[] }): ReactNode {
  const isAdmin = useMay('admin');
  const nameOf = useUserName();
  const columns: readonly Column<ApiKey>[] = [
    { name: text.name, isHeading: true, cell: ({ name }) => name },
    ...(isAdmin ? [{ name: text.owner, cell: ({ ownerId }: ApiKey) => nameOf(ownerId) }] : []),
    { name: text.begins, cell: ({ prefix }) => <Code>{prefix}…</Code> },
    { name: text.scopes, cell: ({ scopes }) => scopes.join(', ') },
    { name: text.expires, cell: ({ expiresAt }) => (expiresAt === null ? text.never : <Moment at={expiresAt} />) },
    {
      name: text.used,
      cell: ({ lastUsedAt }) =>
        lastUsedAt === null ? (
          <Text span inherit c="dimmed">
            {text.unused}
          </Text>
        ) : (
          <Moment at={lastUsedAt} since />
        ),
    },
    { name: text.state, cell: (key) => text.states[keyState(key, Date.now())] },
    { name: text.actions, cell: (key) => <EndKey apiKey={key} /> },
  ];
  return <RecordTable caption={text.title} columns={columns} rows={keys} keyOf={({ id }) => id} minWidth={820} />;
}

/** Revokes a key, or takes a revoked one off the list. */
function EndKey({ apiKey }: { readonly apiKey: ApiKey }): ReactNode {
  const client = useQueryClient();
  const { id, name } = apiKey;
  const isRevoked = keyState(apiKey, Date.now()) === 'revoked';
  return (
    <ConfirmButton
      label={isRevoked ? text.remove : text.revoke}
      question={isRevoked ? text.removeQuestion(name) : text.revokeQuestion(name)}
      onConfirm={async () => {
        await api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } });
        await client.invalidateQueries({ queryKey: apiKeysKey });
      }}
    >
      {isRevoked ? undefined : text.revokeText}
    </ConfirmButton>
  );
}

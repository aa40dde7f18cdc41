import { Code, Table, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMay } from '../../app/session.tsx';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { Moment } from '../../components/moment.tsx';
import { WideTable } from '../../components/wide-table.tsx';
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
  const columns = [
    text.name,
    ...(isAdmin ? [text.owner] : []),
    text.begins,
    text.scopes,
    text.expires,
    text.used,
    text.state,
    text.actions,
  ];
  return (
    <WideTable label={text.title} minWidth={820}>
      <Table.Thead>
        <Table.Tr>
          {columns.map((name) => (
            <Table.Th key={name} scope="col">
              {name}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {keys.map((key) => (
          <ApiKeyRow key={key.id} apiKey={key} showsOwner={isAdmin} />
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function ApiKeyRow({ apiKey, showsOwner }: { readonly apiKey: ApiKey; readonly showsOwner: boolean }): ReactNode {
  const client = useQueryClient();
  const nameOf = useUserName();
  const { id, name, ownerId, prefix, scopes, expiresAt, lastUsedAt } = apiKey;
  const state = keyState(apiKey, Date.now());
  const isRevoked = state === 'revoked';
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      {showsOwner ? <Table.Td>{nameOf(ownerId)}</Table.Td> : null}
      <Table.Td>
        <Code>{prefix}…</Code>
      </Table.Td>
      <Table.Td>{scopes.map((scope) => scope).join(', ')}</Table.Td>
      <Table.Td>{expiresAt === null ? text.never : <Moment at={expiresAt} />}</Table.Td>
      <Table.Td>{lastUsedAt === null ? <Text c="dimmed">{text.unused}</Text> : <Moment at={lastUsedAt} since />}</Table.Td>
      <Table.Td>{text.states[state]}</Table.Td>
      <Table.Td>
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
      </Table.Td>
    </Table.Tr>
  );
}

import type { Role } from '@vigil/contracts';
import { Badge, Group, NativeSelect, Table, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSession } from '../../app/session.tsx';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { Moment } from '../../components/moment.tsx';
import { Outcome } from '../../components/outcome.tsx';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import type { components } from '../../lib/api/generated/api.ts';
import { accounts } from '../../messages/en/accounts.ts';
import { usersKey } from './account-queries.ts';
import { roleChoices } from './role-choices.ts';
import type { TellPassword } from './tell-password.ts';

const text = accounts.users;

/** One user with what an administrator may do about it. */
export function UserRow({
  user,
  onPassword,
}: {
  readonly user: components['schemas']['User'];
  readonly onPassword: (told: TellPassword) => void;
}): ReactNode {
  const client = useQueryClient();
  const { user: self } = useSession();
  const { id, name, email, role, disabled, lastSignInAt } = user;
  const path = { params: { path: { id } } };
  const refresh = () => client.invalidateQueries({ queryKey: usersKey });
  const change = useMutation({
    mutationFn: (body: { readonly role?: Role; readonly disabled?: boolean }) =>
      api.PATCH('/api/v1/users/{id}', { ...path, body }),
    onSettled: refresh,
  });
  const isSelf = id === self.id;
  return (
    <Table.Tr>
      <Table.Td>
        {name} {isSelf ? <Badge variant="light">{text.you}</Badge> : null}
      </Table.Td>
      <Table.Td>{email}</Table.Td>
      <Table.Td>
        <NativeSelect
          size="xs"
          aria-label={text.roleOf(name)}
          data={roleChoices}
          value={change.isPending ? (change.variables.role ?? role) : role}
          onChange={({ currentTarget }) => change.mutate({ role: currentTarget.value as Role })}
        />
        <Outcome of={change} />
      </Table.Td>
      <Table.Td>{lastSignInAt === null ? <Text c="dimmed">{text.never}</Text> : <Moment at={lastSignInAt} since />}</Table.Td>
      <Table.Td>{disabled ? text.states.disabled : text.states.active}</Table.Td>
      <Table.Td>
        {isSelf ? null : (
          <Group gap={6}>
            <ConfirmButton
              label={text.reset}
              question={text.resetQuestion(name)}
              color="blue"
              onConfirm={async () => {
                const { password } = await bodyOf(api.POST('/api/v1/users/{id}/password', { ...path, body: {} }));
                if (password !== null) onPassword({ name, password });
              }}
            >
              {text.resetText}
            </ConfirmButton>
            <ConfirmButton
              label={text.endSessions}
              question={text.endQuestion(name)}
              onConfirm={() => api.DELETE('/api/v1/users/{id}/sessions', path)}
            >
              {text.endText}
            </ConfirmButton>
            {disabled ? (
              <ConfirmButton
                label={text.enable}
                question={`${text.enable}: ${name}?`}
                color="blue"
                onConfirm={() => change.mutateAsync({ disabled: false })}
              />
            ) : (
              <ConfirmButton
                label={text.disable}
                question={text.disableQuestion(name)}
                onConfirm={() => change.mutateAsync({ disabled: true })}
              >
                {text.disableText}
              </ConfirmButton>
            )}
            <ConfirmButton
              label={text.remove}
              question={text.removeQuestion(name)}
              onConfirm={async () => {
                await api.DELETE('/api/v1/users/{id}', path);
                await refresh();
              }}
            >
              {text.removeText}
            </ConfirmButton>
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

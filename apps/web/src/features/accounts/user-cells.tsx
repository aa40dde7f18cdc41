import type { Role } from '@vigil/contracts';
import { Group, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSession } from '../../app/session.tsx';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { Outcome } from '../../components/outcome.tsx';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import type { components } from '../../lib/api/generated/api.ts';
import { accounts } from '../../messages/en/accounts.ts';
import { usersKey } from './account-queries.ts';
import { roleChoices } from './role-choices.ts';
import type { TellPassword } from './tell-password.ts';

type User = components['schemas']['User'];

const text = accounts.users;

/** The role of a user, to be changed. */
export function UserRole({ user: { id, name, role } }: { readonly user: User }): ReactNode {
  const change = useUserChange(id);
  return (
    <>
      <NativeSelect
        size="xs"
        miw={130}
        aria-label={text.roleOf(name)}
        data={roleChoices}
        value={change.isPending ? (change.variables.role ?? role) : role}
        onChange={({ currentTarget }) => change.mutate({ role: currentTarget.value as Role })}
      />
      <Outcome of={change} />
    </>
  );
}

/** What an administrator may do about a user; nothing about oneself. */
export function UserActions({
  user: { id, name, disabled },
  onPassword,
}: {
  readonly user: User;
  readonly onPassword: (told: TellPassword) => void;
}): ReactNode {
  const { user: self } = useSession();
  const client = useQueryClient();
  const change = useUserChange(id);
  const path = { params: { path: { id } } };
  if (id === self.id) return null;
  return (
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
          question={text.enableQuestion(name)}
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
          await client.invalidateQueries({ queryKey: usersKey });
        }}
      >
        {text.removeText}
      </ConfirmButton>
    </Group>
  );
}

function useUserChange(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { readonly role?: Role; readonly disabled?: boolean }) =>
      api.PATCH('/api/v1/users/{id}', { params: { path: { id } }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: usersKey }),
  });
}

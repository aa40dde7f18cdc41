import type { Role } from '@vigil/contracts';
import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ActionForm } from '../../components/action-form.tsx';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import { accounts } from '../../messages/en/accounts.ts';
import { usersKey } from './account-queries.ts';
import { roleChoices } from './role-choices.ts';
import type { TellPassword } from './tell-password.ts';

const text = accounts.users;

/** Asks for name, address and role of a user, whose password is generated. */
export function NewUser({
  onMade,
  onCancel,
}: {
  readonly onMade: (told: TellPassword) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const make = useMutation({
    mutationFn: () => bodyOf(api.POST('/api/v1/users', { body: { name: name.trim(), email: email.trim(), role } })),
    onSuccess: async ({ user, password }) => {
      await client.invalidateQueries({ queryKey: usersKey });
      await client.invalidateQueries({ queryKey: ['people'] });
      onMade({ name: user.name, password: password ?? '' });
    },
  });
  return (
    <ActionForm label={text.make} action={make} submit={text.submit} onSubmit={() => make.mutate()} onCancel={onCancel}>
      <TextInput
        label={text.name}
        required
        maxLength={100}
        autoFocus
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <TextInput
        label={text.email}
        type="email"
        required
        autoComplete="off"
        value={email}
        onChange={({ currentTarget }) => setEmail(currentTarget.value)}
      />
      <NativeSelect
        label={text.role}
        description={accounts.roleMeans[role]}
        data={roleChoices}
        value={role}
        onChange={({ currentTarget }) => setRole(currentTarget.value as Role)}
      />
      <Text size="sm" c="dimmed">
        {text.passwordHint}
      </Text>
    </ActionForm>
  );
}

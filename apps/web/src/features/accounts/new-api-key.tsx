import type { ApiKeyScope, Role } from '@vigil/contracts';
import { Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../app/session.tsx';
import { ActionForm } from '../../components/action-form.tsx';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import type { components } from '../../lib/api/generated/api.ts';
import { accounts } from '../../messages/en/accounts.ts';
import { apiKeysKey } from './account-queries.ts';

const text = accounts.keys;
const dayMs = 86_400_000;

/** What a role can give a key; more would be refused when it is used. */
const scopesOf: Record<Role, readonly ApiKeyScope[]> = {
  viewer: ['read'],
  operator: ['read', 'upload', 'review', 'manage'],
  admin: ['read', 'upload', 'review', 'manage', 'admin'],
};

/** Asks for name, scopes and expiry of a key. */
export function NewApiKey({
  onMade,
  onCancel,
}: {
  readonly onMade: (key: components['schemas']['CreatedApiKey']) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const client = useQueryClient();
  const { user } = useSession();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly ApiKeyScope[]>(['read']);
  const [days, setDays] = useState('90');
  const make = useMutation({
    mutationFn: () =>
      bodyOf(
        api.POST('/api/v1/api-keys', {
          body: {
            name: name.trim(),
            scopes: [...scopes],
            expiresAt: days === '' ? null : new Date(Date.now() + Number(days) * dayMs).toISOString(),
          },
        }),
      ),
    onSuccess: async (key) => {
      await client.invalidateQueries({ queryKey: apiKeysKey });
      onMade(key);
    },
  });
  return (
    <ActionForm
      label={text.make}
      action={make}
      submit={text.submit}
      onSubmit={() => {
        if (scopes.length > 0) make.mutate();
      }}
      onCancel={onCancel}
    >
      <TextInput
        label={text.name}
        description={text.nameHint}
        required
        maxLength={100}
        autoFocus
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Checkbox.Group
        label={text.scopes}
        error={scopes.length === 0 ? text.noScope : null}
        value={[...scopes]}
        onChange={(chosen) => setScopes(scopesOf[user.role].filter((scope) => chosen.includes(scope)))}
      >
        <Stack gap={6} mt={6}>
          {scopesOf[user.role].map((scope) => (
            <Checkbox key={scope} value={scope} label={accounts.scopes[scope]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <NativeSelect
        label={text.expiry}
        data={Object.entries(accounts.expiries).map(([value, label]) => ({ value, label }))}
        value={days}
        onChange={({ currentTarget }) => setDays(currentTarget.value)}
      />
    </ActionForm>
  );
}

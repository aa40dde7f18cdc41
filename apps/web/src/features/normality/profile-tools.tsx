import { Button, Group, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { Outcome } from '../../components/outcome.tsx';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import { normality } from '../../messages/en/normality.ts';
import type { Profile } from './normality-queries.ts';

const text = normality.page;

/** Renaming, downloading and removing a profile. */
export function ProfileTools({ profile, mayManage }: { readonly profile: Profile; readonly mayManage: boolean }): ReactNode {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [name, setName] = useState<string | null>(null);
  const path = { params: { path: { id: profile.id } } };
  const rename = useMutation({
    mutationFn: (next: string) =>
      bodyOf(api.PATCH('/api/v1/profiles/{id}', { ...path, body: { version: profile.version, name: next } })),
    onSuccess: (renamed) => {
      client.setQueryData(['profile', profile.id], renamed);
      setName(null);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name !== null) rename.mutate(name.trim());
  };
  if (name !== null)
    return (
      <form onSubmit={submit}>
        <Group gap="xs">
          <TextInput
            aria-label={text.renameLabel}
            required
            autoFocus
            maxLength={64}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <Button type="submit" loading={rename.isPending}>
            {text.save}
          </Button>
          <Button variant="default" onClick={() => setName(null)}>
            {text.cancel}
          </Button>
        </Group>
        <Outcome of={rename} />
      </form>
    );
  return (
    <>
      {profile.fileKey === null ? null : (
        <Button
          component="a"
          variant="default"
          href={`/api/v1/profiles/${profile.id}/file`}
          download
          title={text.downloadHint}
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {text.download}
        </Button>
      )}
      {mayManage ? (
        <>
          <Button variant="default" onClick={() => setName(profile.name)}>
            {text.rename}
          </Button>
          <ConfirmButton
            label={text.remove}
            size="sm"
            question={text.removeQuestion(profile.name)}
            onConfirm={async () => {
              await api.DELETE('/api/v1/profiles/{id}', path);
              await client.invalidateQueries({ queryKey: ['profile', 'list'] });
              navigate('/normality');
            }}
          >
            {text.removeText}
          </ConfirmButton>
        </>
      ) : null}
    </>
  );
}

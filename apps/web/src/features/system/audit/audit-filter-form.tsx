import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api, bodyOf } from '../../../lib/api/api-client.ts';
import { audit as text } from '../../../messages/en/audit.ts';
import type { AuditFilter } from './audit-filter.ts';

const mostUsers = 200;
const nothing: AuditFilter = { actorId: '', action: '', target: '', from: '', before: '' };

/** Narrows the audit log by who, what, about what and when. */
export function AuditFilterForm({
  filter,
  onFilter,
}: {
  readonly filter: AuditFilter;
  readonly onFilter: (filter: AuditFilter) => void;
}): ReactNode {
  const [draft, setDraft] = useState(filter);
  const { data } = useQuery({
    queryKey: ['user-choices'],
    queryFn: () => bodyOf(api.GET('/api/v1/users', { params: { query: { limit: mostUsers } } })),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onFilter(draft);
  };
  const field = (name: keyof AuditFilter) => ({
    value: draft[name],
    onChange: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      setDraft({ ...draft, [name]: currentTarget.value }),
  });
  return (
    <form onSubmit={submit}>
      <Group align="end" mb="md" gap="sm">
        <NativeSelect
          label={text.who}
          data={[
            { value: '', label: text.everybody },
            ...(data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []),
          ]}
          {...field('actorId')}
        />
        <TextInput label={text.what} placeholder={text.whatHint} pattern="[a-z\-]+\.[a-z\-]+" {...field('action')} />
        <TextInput label={text.about} placeholder={text.aboutHint} maxLength={200} {...field('target')} />
        <TextInput label={text.from} type="datetime-local" {...field('from')} />
        <TextInput label={text.before} type="datetime-local" {...field('before')} />
        <Button type="submit">{text.apply}</Button>
        <Button variant="default" onClick={() => onFilter(nothing)}>
          {text.reset}
        </Button>
      </Group>
    </form>
  );
}

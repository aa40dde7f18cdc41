import { Anchor, Button, Group, Skeleton, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useMay } from '../../../app/session.tsx';
import { Moment } from '../../../components/moment.tsx';
import { Outcome } from '../../../components/outcome.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Problem } from '../../../components/problem.tsx';
import { api, bodyOf } from '../../../lib/api/api-client.ts';
import { evaluate } from '../../../messages/en/evaluate.ts';
import { eventCount } from './label-draft.ts';
import { useLabelSetChanged, useLabelSets } from './label-queries.ts';
import styles from './labels.module.css';

const text = evaluate.labels;

/** The label sets, and making one. */
export function LabelSets(): ReactNode {
  const { data, error, refetch } = useLabelSets();
  const mayMake = useMay('operator');
  return (
    <Panel title={text.title}>
      <Text size="sm" c="dimmed" mb="sm">
        {text.text}
      </Text>
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton h={80} /> : null}
      {data?.items.length === 0 ? <Text mb="sm">{text.none}</Text> : null}
      <ul className={styles.list}>
        {data?.items.map(({ id, name, clips, updatedAt }) => (
          <li key={id}>
            <Anchor component={Link} href={`/evaluate/labels/${id}`} fw={600}>
              {name}
            </Anchor>
            <Text size="sm">{text.contents(clips.length, eventCount(clips))}</Text>
            <Text size="sm" c="dimmed" ml="auto">
              <Moment at={updatedAt} since />
            </Text>
          </li>
        ))}
      </ul>
      {mayMake ? <NewLabelSet /> : null}
    </Panel>
  );
}

function NewLabelSet(): ReactNode {
  const [, navigate] = useLocation();
  const [name, setName] = useState('');
  const changed = useLabelSetChanged();
  const make = useMutation({
    mutationFn: () => bodyOf(api.POST('/api/v1/label-sets', { body: { name: name.trim() } })),
    onSuccess: async (set) => {
      await changed(set);
      navigate(`/evaluate/labels/${set.id}`);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Group align="end" mt="sm">
        <TextInput
          label={text.name}
          required
          maxLength={64}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={make.isPending}>
          {text.make}
        </Button>
      </Group>
      <Outcome of={make} />
    </form>
  );
}

import { Button, Group, NumberInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Outcome } from '../../../components/outcome.tsx';
import { api } from '../../../lib/api/api-client.ts';
import type { components } from '../../../lib/api/generated/api.ts';
import { system } from '../../../messages/en/system.ts';
import { overviewKey } from '../system-queries.ts';

type Job = components['schemas']['Job'];
type Action = 'cancel' | 'pause' | 'resume' | 'requeue';

const text = system.queue;

/** What an operator may do with a job as it stands. */
export function JobActions({ job, name }: { readonly job: Job; readonly name: string }): ReactNode {
  const client = useQueryClient();
  const path = { params: { path: { id: job.id } } };
  const steer = useMutation({
    mutationFn: (action: Action) => api.POST(`/api/v1/jobs/{id}/${action}`, path),
    onSuccess: () => client.invalidateQueries({ queryKey: overviewKey }),
  });
  const isOpen = job.state === 'queued' || job.state === 'leased';
  const actions: readonly Action[] = isOpen
    ? [job.paused ? 'resume' : 'pause', ...(job.cancelRequested ? [] : (['cancel'] as const))]
    : job.state === 'done'
      ? []
      : ['requeue'];
  return (
    <Group gap={6} wrap="nowrap">
      {job.state === 'queued' ? <Priority job={job} name={name} /> : null}
      {actions.map((action) => (
        <Button
          key={action}
          size="compact-sm"
          variant="default"
          aria-label={text.actionOf(text.actions[action], name)}
          loading={steer.isPending && steer.variables === action}
          onClick={() => steer.mutate(action)}
        >
          {text.actions[action]}
        </Button>
      ))}
      <Outcome of={steer} />
    </Group>
  );
}

function Priority({ job, name }: { readonly job: Job; readonly name: string }): ReactNode {
  // null where it was not touched: it follows what others change
  const [draft, setDraft] = useState<number | string | null>(null);
  const change = useMutation({
    mutationFn: (priority: number) => api.PATCH('/api/v1/jobs/{id}', { params: { path: { id: job.id } }, body: { priority } }),
    onSuccess: () => setDraft(null),
  });
  return (
    <NumberInput
      size="xs"
      w={76}
      min={-100}
      max={100}
      allowDecimal={false}
      aria-label={text.priorityOf(name)}
      title={text.priority}
      value={draft ?? job.priority}
      error={change.error === null ? null : change.error.message}
      onChange={setDraft}
      onBlur={() => {
        if (typeof draft === 'number' && draft !== job.priority) change.mutate(draft);
        else setDraft(null);
      }}
    />
  );
}

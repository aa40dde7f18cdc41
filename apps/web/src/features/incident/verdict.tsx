import type { IncidentRecord, ReviewStatus } from '@vigil/contracts';
import { Button, Group } from '@mantine/core';
import { IconCheck, IconRotate, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useKeys } from '../../lib/keys/key-bindings.tsx';
import { incident as messages } from '../../messages/en/incident.ts';
import type { ReviewChange } from './merge-review.ts';

const text = messages.verdict;

/** Confirms, dismisses or reopens the incident. */
export function Verdict({
  incident: { status },
  isSaving,
  onChange,
}: {
  readonly incident: IncidentRecord;
  readonly isSaving: boolean;
  readonly onChange: (change: ReviewChange) => void;
}): ReactNode {
  const judge = (wanted: ReviewStatus) => () => {
    if (wanted !== status) onChange({ status: wanted });
  };
  useKeys(messages.keys, [
    { keys: 'c', label: text.confirmKey, run: judge('confirmed') },
    { keys: 'd', label: text.dismissKey, run: judge('dismissed') },
    { keys: 'n', label: text.reopenKey, run: judge('new') },
  ]);
  return (
    <Group gap="xs" role="group" aria-label={text.label}>
      <Button
        leftSection={<IconCheck size={17} />}
        variant={status === 'confirmed' ? 'filled' : 'default'}
        color="red"
        aria-pressed={status === 'confirmed'}
        disabled={isSaving}
        onClick={judge('confirmed')}
      >
        {text.confirm}
      </Button>
      <Button
        leftSection={<IconX size={17} />}
        variant={status === 'dismissed' ? 'filled' : 'default'}
        color="gray"
        aria-pressed={status === 'dismissed'}
        disabled={isSaving}
        onClick={judge('dismissed')}
      >
        {text.dismiss}
      </Button>
      {status === 'new' ? null : (
        <Button leftSection={<IconRotate size={17} />} variant="subtle" disabled={isSaving} onClick={judge('new')}>
          {text.reopen}
        </Button>
      )}
    </Group>
  );
}

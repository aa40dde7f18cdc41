import type { IncidentRecord } from '@vigil/contracts';
import { ActionIcon, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useKeys } from '../../lib/keys/key-bindings.tsx';
import { incident as text } from '../../messages/en/incident.ts';
import { useNeighbours } from './use-neighbours.ts';

/** Goes to the incident before or after this one. */
export function NeighbourLinks({ incident }: { readonly incident: IncidentRecord }): ReactNode {
  const [, navigate] = useLocation();
  const { previousId, nextId } = useNeighbours(incident);
  const go = (id: string | null | undefined) => () => {
    if (typeof id === 'string') navigate(`/incidents/${encodeURIComponent(id)}`);
  };
  useKeys(text.keys, [
    { keys: '[', label: text.previous, run: go(previousId) },
    { keys: ']', label: text.next, run: go(nextId) },
  ]);
  return (
    <Group gap={4} wrap="nowrap">
      <Step label={text.previous} icon={IconChevronLeft} isThere={typeof previousId === 'string'} onClick={go(previousId)} />
      <Step label={text.next} icon={IconChevronRight} isThere={typeof nextId === 'string'} onClick={go(nextId)} />
    </Group>
  );
}

function Step({
  label,
  icon: Icon,
  isThere,
  onClick,
}: {
  readonly label: string;
  readonly icon: ComponentType<{ readonly size?: number | string }>;
  readonly isThere: boolean;
  readonly onClick: () => void;
}): ReactNode {
  return (
    <ActionIcon variant="default" size="lg" aria-label={label} title={label} disabled={!isThere} onClick={onClick}>
      <Icon size={18} />
    </ActionIcon>
  );
}

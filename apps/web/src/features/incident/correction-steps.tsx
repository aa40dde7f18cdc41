import type { Correction, IncidentRecord, ProfileRecord } from '@vigil/contracts';
import { Button, Group, Loader, Skeleton, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Problem } from '../../components/problem.tsx';
import { incident as messages } from '../../messages/en/incident.ts';
import { correctionStage } from './correction-stage.ts';
import { Receipt } from './receipt.tsx';
import { useApplyCorrection, useCorrectionOf, usePreviewCorrection, useUndoCorrection } from './use-correction.ts';

const text = messages.normal;

/** Ask, see the receipt, apply or leave it, undo: each step where the one before has led. */
export function CorrectionSteps({
  incident,
  profile,
}: {
  readonly incident: IncidentRecord;
  readonly profile: ProfileRecord;
}): ReactNode {
  const { data: correction, queryKey, error } = useCorrectionOf(incident, profile.id);
  const preview = usePreviewCorrection(incident.id, profile.id, queryKey);
  const undo = useUndoCorrection(incident);
  const [leftId, setLeftId] = useState<string | null>(null);
  if (correction === undefined) return error === null ? <Skeleton height={36} /> : <Problem error={error} />;
  const reached = correctionStage(correction, profile);
  const begin = (
    <Group>
      <Button variant="default" loading={preview.isPending} onClick={() => preview.mutate()}>
        {text.begin}
      </Button>
    </Group>
  );
  const failure = preview.error === null ? null : <Problem title={text.failed} error={preview.error} />;
  switch (reached.stage) {
    case 'none':
      return (
        <Stack gap="xs">
          {failure}
          {begin}
        </Stack>
      );
    case 'working':
      return <Working>{text.working}</Working>;
    case 'failed':
      return (
        <Stack gap="xs">
          <Problem title={text.failed} error={new Error(correction?.error?.message ?? '')} />
          {begin}
        </Stack>
      );
    case 'ready':
      if (correction === null || correction.id === leftId) {
        return (
          <Stack gap="xs">
            <Text size="sm" role="status">
              {text.left}
            </Text>
            {failure}
            {begin}
          </Stack>
        );
      }
      return <Ready correction={correction} incident={incident} queryKey={queryKey} onLeave={() => setLeftId(correction.id)} />;
    case 'learning':
      return <Working>{text.learning}</Working>;
    case 'undoable':
      return (
        <Stack gap="xs">
          <Text size="sm" role="status">
            {text.applied}
          </Text>
          {correction === null ? null : <Receipt correction={correction} incidentId={incident.id} />}
          {undo.error === null ? null : <Problem title={text.notUndone} error={undo.error} />}
          <Group gap="xs">
            <Button
              variant="default"
              loading={undo.isPending}
              onClick={() => undo.mutate({ profile, revision: reached.revision })}
            >
              {text.undo}
            </Button>
            <Text size="xs" c="dimmed">
              {text.undoHint}
            </Text>
          </Group>
        </Stack>
      );
    case 'undone':
      return (
        <Stack gap="xs">
          <Text size="sm" role="status">
            {text.undone}
          </Text>
          {failure}
          {begin}
        </Stack>
      );
    case 'superseded':
      return (
        <Stack gap="xs">
          <Text size="sm">
            {text.applied} {text.changedSince}
          </Text>
          {failure}
          {begin}
        </Stack>
      );
  }
}

function Ready({
  correction,
  incident,
  queryKey,
  onLeave,
}: {
  readonly correction: Correction;
  readonly incident: IncidentRecord;
  readonly queryKey: readonly unknown[];
  readonly onLeave: () => void;
}): ReactNode {
  const apply = useApplyCorrection(incident.id, queryKey);
  return (
    <Stack gap="xs">
      <Receipt correction={correction} incidentId={incident.id} />
      {apply.error === null ? null : <Problem title={text.notApplied} error={apply.error} />}
      <Group gap="xs">
        <Button loading={apply.isPending} onClick={() => apply.mutate(correction.id)}>
          {text.apply}
        </Button>
        <Button variant="default" onClick={onLeave}>
          {text.leave}
        </Button>
      </Group>
    </Stack>
  );
}

function Working({ children }: { readonly children: string }): ReactNode {
  return (
    <Group gap="xs" role="status" wrap="nowrap">
      <Loader size="xs" />
      <Text size="sm">{children}</Text>
    </Group>
  );
}

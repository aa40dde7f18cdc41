import { Alert, Button } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useIsStopped, useSetStopped } from '../lib/queries/work-control.ts';
import { controls } from '../messages/en/controls.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { Outcome } from './outcome.tsx';

const text = controls.work;

/** Stops all work, after a question, and lets it go on; for who may. */
export function StopEverything(): ReactNode {
  const isStopped = useIsStopped();
  const setStopped = useSetStopped();
  const resume = useMutation({ mutationFn: () => setStopped(false) });
  if (isStopped === undefined) return null;
  if (!isStopped) {
    return (
      <ConfirmButton
        label={text.stop}
        question={text.stopQuestion}
        size="sm"
        leftSection={<IconPlayerStop size={18} aria-hidden />}
        onConfirm={() => setStopped(true)}
      >
        {text.stopText}
      </ConfirmButton>
    );
  }
  return (
    <>
      <Outcome of={resume} />
      <Button
        color="blue"
        loading={resume.isPending}
        leftSection={<IconPlayerPlay size={18} aria-hidden />}
        onClick={() => resume.mutate()}
      >
        {text.resume}
      </Button>
    </>
  );
}

/** Says that everything is stopped, where it is. */
export function StoppedNote(): ReactNode {
  if (useIsStopped() !== true) return null;
  return (
    <Alert color="yellow" role="status" mb="sm">
      {text.stopped}
    </Alert>
  );
}

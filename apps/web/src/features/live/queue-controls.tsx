import { Alert, Button } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { Outcome } from '../../components/outcome.tsx';
import { bodyOf, dashboard } from '../../lib/api/api-client.ts';
import { live } from '../../messages/en/live.ts';

const text = live.queue;
const queueKey = ['live', 'queue'] as const;
/** Others may stop the queue too, and the feed does not tell of it, milliseconds. */
const lookMs = 10_000;

/** Whether everything is stopped; undefined while that is not known. */
function useIsStopped(): boolean | undefined {
  const { data } = useQuery({
    queryKey: queueKey,
    queryFn: async () => ({ paused: (await bodyOf(dashboard.GET('/dashboard/v1/overview'))).queue.paused }),
    refetchInterval: lookMs,
  });
  return data?.paused;
}

/** Stops all work, after a question, and lets it go on. */
export function QueueControls(): ReactNode {
  const client = useQueryClient();
  const isStopped = useIsStopped();
  const resume = useMutation({
    mutationFn: () => bodyOf(dashboard.POST('/dashboard/v1/resume')),
    onSuccess: ({ paused }) => client.setQueryData(queueKey, { paused }),
  });
  const stop = async (): Promise<void> => {
    const { paused } = await bodyOf(dashboard.POST('/dashboard/v1/stop-everything'));
    client.setQueryData(queueKey, { paused });
  };
  if (isStopped === undefined) return null;
  if (!isStopped) {
    return (
      <ConfirmButton
        label={text.stop}
        question={text.stopQuestion}
        size="sm"
        leftSection={<IconPlayerStop size={18} aria-hidden />}
        onConfirm={stop}
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

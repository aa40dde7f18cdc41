import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { Facts } from '../../../components/facts.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Problem } from '../../../components/problem.tsx';
import { notifications } from '../../../messages/en/notifications.ts';
import { useChannels } from './notification-queries.ts';

const text = notifications.channels;

/** Ways that notifications can go, and what the ones that cannot be used lack. */
export function Channels(): ReactNode {
  const { data, error, refetch } = useChannels();
  return (
    <Panel title={text.title}>
      {data === undefined ? (
        error === null ? (
          <Skeleton h={60} />
        ) : (
          <Problem error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <Facts
          facts={(
            [
              ['webhook', data.webhook],
              ['email', data.email],
              ['mqtt', data.mqtt],
              ['web-push', data.webPush],
            ] as const
          ).map(([channel, isReady]) => ({
            label: text.names[channel],
            value: isReady ? text.ready : text.missing[channel],
          }))}
        />
      )}
    </Panel>
  );
}

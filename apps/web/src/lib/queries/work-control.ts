import { useQueryClient } from '@tanstack/react-query';
import { bodyOf, dashboard } from '../api/api-client.ts';
import type { components } from '../api/generated/api.ts';
import { settingsKey, useSettings } from './settings-query.ts';

/** Whether everything is stopped, as the feed tells it; undefined while that is not known. */
export function useIsStopped(): boolean | undefined {
  return useSettings().data?.queuePaused;
}

/** Stops all work, or lets it go on. What is known of it is right at once, whenever the feed tells of it. */
export function useSetStopped(): (isStopped: boolean) => Promise<void> {
  const client = useQueryClient();
  return async (isStopped) => {
    const { paused } = await bodyOf(dashboard.POST(isStopped ? '/dashboard/v1/stop-everything' : '/dashboard/v1/resume'));
    client.setQueryData<components['schemas']['Settings']>(settingsKey, (known) => known && { ...known, queuePaused: paused });
  };
}

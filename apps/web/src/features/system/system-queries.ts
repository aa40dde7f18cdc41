import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, dashboard } from '../../lib/api/api-client.ts';
import type { components } from '../../lib/api/generated/api.ts';
import { settingsKey } from '../../lib/queries/settings-query.ts';

/** What can be changed of the settings. */
export type SettingsChange = components['schemas']['SettingsChange'];

/** Key of the overview in the cache. */
export const overviewKey = ['overview'] as const;

/** The machine is in no feed: it is asked, while somebody looks. */
const machineMs = 5000;
const overviewMs = 15_000;

/** Process, machine, store and feed of the dashboard service. */
export function useSystemStatus() {
  return useQuery({
    queryKey: ['system-status'],
    staleTime: 0,
    refetchInterval: machineMs,
    queryFn: () => bodyOf(dashboard.GET('/dashboard/v1/system')),
  });
}

/** Queue, disk and models at a glance; some seconds old. */
export function useOverview() {
  return useQuery({
    queryKey: overviewKey,
    refetchInterval: overviewMs,
    queryFn: () => bodyOf(dashboard.GET('/dashboard/v1/overview')),
  });
}

/** Changes settings, and what is known of them. */
export function useChangeSettings(): (change: SettingsChange) => Promise<components['schemas']['Settings']> {
  const client = useQueryClient();
  return async (change) => {
    const settings = await bodyOf(api.PATCH('/api/v1/settings', { body: change }));
    client.setQueryData(settingsKey, settings);
    return settings;
  };
}

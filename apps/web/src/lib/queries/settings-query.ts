import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api/api-client.ts';

/** Key of the settings in the cache: that of their one record, which the feed keeps fresh. */
export const settingsKey = ['settings', 'settings'] as const;

/** The settings that hold now. */
export function useSettings() {
  return useQuery({ queryKey: settingsKey, queryFn: () => bodyOf(api.GET('/api/v1/settings')) });
}

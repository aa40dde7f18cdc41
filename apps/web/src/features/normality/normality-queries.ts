import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, dashboard } from '../../lib/api/api-client.ts';
import type { components } from '../../lib/api/generated/api.ts';
import { useFeed } from '../../lib/feed/feed-context.tsx';

/** A profile. */
export type Profile = components['schemas']['Profile'];

const mostProfiles = 200;
const mostCorrections = 100;
const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** All profiles, newest first. */
export function useProfiles() {
  return useQuery({
    queryKey: ['profile', 'list'],
    staleTime: 0,
    queryFn: () => bodyOf(api.GET('/api/v1/profiles', { params: { query: { limit: mostProfiles } } })),
  });
}

/** Profiles and corrections are in no feed; their jobs are, and tell when to read again. */
export function useProfilesFresh(): void {
  const client = useQueryClient();
  useFeed(({ topic, type, record }) => {
    if (topic !== 'job') return;
    if (record.type === 'learn-profile' && type !== 'update') {
      void client.invalidateQueries({ queryKey: ['profile'] });
      void client.invalidateQueries({ queryKey: ['job', 'list', { type: 'learn-profile' }] });
    }
    if (record.type === 'preview-correction' && type !== 'update') void client.invalidateQueries({ queryKey: ['correction'] });
  });
}

/** The newest jobs that learn; the feed keeps their progress fresh. */
function useLearningJobs() {
  return useQuery({
    queryKey: ['job', 'list', { type: 'learn-profile' }],
    staleTime: 0,
    queryFn: () => bodyOf(api.GET('/api/v1/jobs', { params: { query: { type: 'learn-profile', limit: 50 } } })),
  });
}

/** The job that learns a profile now; undefined where none does. */
export function useLearningJob(profileId: string): components['schemas']['Job'] | undefined {
  const { data } = useLearningJobs();
  return data?.items.find(({ subjectId, state }) => subjectId === profileId && (state === 'queued' || state === 'leased'));
}

/** Corrections of a profile, newest first. */
export function useCorrections(profileId: string) {
  return useQuery({
    queryKey: ['correction', 'list', { profileId }],
    staleTime: 0,
    queryFn: () => bodyOf(api.GET('/api/v1/corrections', { params: { query: { profileId, limit: mostCorrections } } })),
  });
}

/** What sources were promised and what they got, over the analyses of the last days. */
export function useBudgets(days: number) {
  // the same question for an hour, so that it is answered from the cache
  const from = new Date(Math.floor(Date.now() / hourMs) * hourMs - days * dayMs).toISOString();
  return useQuery({
    queryKey: ['budgets', days],
    queryFn: async () => (await bodyOf(dashboard.GET('/dashboard/v1/overview', { params: { query: { from } } }))).budgets,
  });
}

import type { Correction, IncidentRecord, ProfileRecord } from '@vigil/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import { useFeed } from '../../lib/feed/feed-context.tsx';
import { asIncident } from '../../lib/queries/record-queries.ts';

/** Where corrections of a profile are kept; the newest hundred are looked through. */
const lookedThrough = 100;
/** The feed tells when the work is done; this makes up for a feed that is away. */
const againMs = 5000;

/** The newest correction of a profile that calls an incident normal; null where there is none. */
export function useCorrectionOf(incident: IncidentRecord, profileId: string | null | undefined) {
  const client = useQueryClient();
  const queryKey = ['corrections', profileId, incident.id];
  const query = useQuery({
    queryKey,
    enabled: typeof profileId === 'string',
    refetchInterval: ({ state }) => (state.data?.state === 'working' ? againMs : false),
    queryFn: async (): Promise<Correction | null> => {
      const page = await bodyOf(
        api.GET('/api/v1/corrections', { params: { query: { profileId: profileId ?? '', limit: lookedThrough } } }),
      );
      return page.items.find(({ incidentIds }) => incidentIds.includes(incident.id)) ?? null;
    },
  });
  useFeed((message) => {
    if (message.topic !== 'job' || message.record.subjectId !== profileId || typeof profileId !== 'string') return;
    if (message.record.endedAt === null) return;
    void client.invalidateQueries({ queryKey });
    void client.invalidateQueries({ queryKey: ['profile', profileId] });
  });
  return { ...query, queryKey };
}

/** Works out what calling an incident normal would change. */
export function usePreviewCorrection(incidentId: string, profileId: string, queryKey: readonly unknown[]) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      bodyOf(
        api.POST('/api/v1/profiles/{id}/corrections', {
          params: { path: { id: profileId } },
          body: { incidentIds: [incidentId] },
        }),
      ),
    onSuccess: (correction) => client.setQueryData(queryKey, correction),
  });
}

/** Does what a receipt has shown. */
export function useApplyCorrection(incidentId: string, queryKey: readonly unknown[]) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => bodyOf(api.POST('/api/v1/corrections/{id}/apply', { params: { path: { id } } })),
    onSuccess: async (correction) => {
      client.setQueryData(queryKey, correction);
      await Promise.all([
        client.invalidateQueries({ queryKey: ['profile', correction.profileId] }),
        client.invalidateQueries({ queryKey: ['incident', incidentId] }),
      ]);
    },
  });
}

/** Takes a profile back to what it knew before a correction, and opens the incident again. */
export function useUndoCorrection(incident: IncidentRecord) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ profile, revision }: { readonly profile: ProfileRecord; readonly revision: number }) => {
      const undone = await bodyOf(
        api.POST('/api/v1/profiles/{id}/undo', {
          params: { path: { id: profile.id } },
          body: { revision, version: profile.version },
        }),
      );
      // taken back whatever becomes of the incident
      client.setQueryData(['profile', profile.id], undone);
      if (incident.status === 'dismissed') {
        const body = { status: 'new', version: incident.version } as const;
        const reopened = await bodyOf(api.PATCH('/api/v1/incidents/{id}', { params: { path: { id: incident.id } }, body }));
        client.setQueryData(['incident', incident.id], asIncident(reopened));
      }
    },
  });
}

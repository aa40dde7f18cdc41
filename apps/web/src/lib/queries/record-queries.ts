import type { IncidentView } from '@vigil/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api/api-client.ts';
import type { components } from '../api/generated/api.ts';

// The keys are those that the feed keeps fresh: the topic, then the id.

/** An incident in its own type: landmarks are tuples, which the document of the API cannot say. */
export function asIncident(body: components['schemas']['IncidentView']): IncidentView {
  return body as unknown as IncidentView;
}

/** One incident with its courses, arrows and bodies. */
export function incidentQuery(id: string) {
  return queryOptions({
    queryKey: ['incident', id],
    queryFn: async () => asIncident(await bodyOf(api.GET('/api/v1/incidents/{id}', { params: { path: { id } } }))),
  });
}

/** One incident with its courses, arrows and bodies. */
export function useIncidentRecord(id: string) {
  return useQuery(incidentQuery(id));
}

/** One video; nothing is asked for while the id is not known. */
export function useVideoRecord(id: string | undefined) {
  return useQuery({
    queryKey: ['video', id],
    enabled: id !== undefined,
    queryFn: () => bodyOf(api.GET('/api/v1/videos/{id}', { params: { path: { id: id ?? '' } } })),
  });
}

/** One analysis; nothing is asked for while the id is not known. */
export function useAnalysisRecord(id: string | null | undefined) {
  return useQuery({
    queryKey: ['analysis', id],
    enabled: typeof id === 'string',
    queryFn: () => bodyOf(api.GET('/api/v1/analyses/{id}', { params: { path: { id: id ?? '' } } })),
  });
}

/** One profile; nothing is asked for while the id is not known. */
export function useProfileRecord(id: string | null | undefined) {
  return useQuery({
    queryKey: ['profile', id],
    enabled: typeof id === 'string',
    queryFn: () => bodyOf(api.GET('/api/v1/profiles/{id}', { params: { path: { id: id ?? '' } } })),
  });
}

/** One evaluation; nothing is asked for while the id is not known. */
export function useEvaluationRecord(id: string | null | undefined) {
  return useQuery({
    queryKey: ['evaluation', id],
    enabled: typeof id === 'string',
    queryFn: () => bodyOf(api.GET('/api/v1/evaluations/{id}', { params: { path: { id: id ?? '' } } })),
  });
}

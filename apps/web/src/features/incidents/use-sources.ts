import { useQuery } from '@tanstack/react-query';
import { bodyOf, dashboard } from '../../lib/api/api-client.ts';

/** A place that incidents come from. */
export interface Source {
  readonly id: string;
  readonly name: string;
}

const none: readonly Source[] = [];
/** The longest span that figures are made for. */
const mostDays = 400;

/** The sources with most incidents, by name; empty until they are known. */
export function useSources(): readonly Source[] {
  const { data } = useQuery({
    queryKey: ['incident-sources'],
    staleTime: 60_000,
    queryFn: async () => {
      const now = Date.now();
      const span = { from: isoMinute(now - (mostDays - 1) * 86_400_000), before: isoMinute(now + 86_400_000) };
      const { incidents } = await bodyOf(dashboard.GET('/dashboard/v1/overview', { params: { query: span } }));
      const sources = incidents.bySource.map(({ sourceId, sourceName }) => ({ id: sourceId, name: sourceName }));
      return sources.toSorted((a, b) => a.name.localeCompare(b.name));
    },
  });
  return data ?? none;
}

/** Whole minutes: those who ask at about the same time share the figures. */
function isoMinute(timeMs: number): string {
  return new Date(Math.floor(timeMs / 60_000) * 60_000).toISOString();
}

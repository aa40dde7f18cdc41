import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import { useFeed } from '../../lib/feed/feed-context.tsx';
import type { RailBand } from '../timeline/incident-rail.tsx';

const pageSize = 200;
/** More than that on one timeline nobody tells apart. */
const mostBands = 1000;

interface Bands {
  readonly bands: readonly RailBand[];
  /** False where the analysis has more. */
  readonly isComplete: boolean;
}

const none: Bands = { bands: [], isComplete: true };

/** The incidents of an analysis as its timeline shows them. @param shown One that is there before the others have come. */
export function useAnalysisBands(analysisId: string | null, shown: RailBand | null): Bands {
  const client = useQueryClient();
  // no list of incidents as pages show them: whoever looks for the next one in the list that was seen last must not find this one
  const queryKey = ['analysis-bands', analysisId];
  const { data = none } = useQuery({
    queryKey,
    enabled: analysisId !== null,
    queryFn: ({ signal }) => loadBands(analysisId ?? '', signal),
  });
  useFeed(({ topic, type, record }) => {
    if (topic === 'incident' && type !== 'update' && record.analysisId === analysisId)
      void client.invalidateQueries({ queryKey });
  });
  return useMemo(() => {
    if (shown === null || data.bands.some(({ id }) => id === shown.id)) return data;
    return { ...data, bands: [...data.bands, shown] };
  }, [data, shown]);
}

async function loadBands(analysisId: string, signal: AbortSignal): Promise<Bands> {
  const bands: RailBand[] = [];
  let cursor: string | undefined;
  do {
    const query = { analysisId, limit: pageSize, ...(cursor === undefined ? {} : { cursor }) };
    const { items, nextCursor } = await bodyOf(api.GET('/api/v1/incidents', { params: { query }, signal }));
    for (const { id, title, severity, startSeconds, endSeconds, peakSeconds } of items)
      bands.push({ id, title, severity, startSeconds, endSeconds, peakSeconds });
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined && bands.length < mostBands);
  return { bands, isComplete: cursor === undefined };
}

import type { Analysis } from '@vigil/contracts';
import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../lib/api/api-client.ts';

/** So many analyses of a video are looked through for one that is done. */
const lookedThrough = 20;

/** The newest analysis of a video that is done: while another one runs, its timeline is shown. Null where there is none, or not yet known. */
export function useLastDone(videoId: string, latest: Analysis | null): Analysis | null {
  const isDone = latest?.state === 'done';
  const { data } = useQuery({
    queryKey: ['analysis', 'list', { videoId }],
    enabled: latest !== null && !isDone,
    queryFn: () => bodyOf(api.GET('/api/v1/analyses', { params: { query: { videoId, limit: lookedThrough } } })),
  });
  if (isDone) return latest;
  return data?.items.find(({ state }) => state === 'done') ?? null;
}

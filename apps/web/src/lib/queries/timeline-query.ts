import type { AnalysisTimeline } from '@vigil/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api/api-client.ts';

/** A part of a timeline that is asked for: media seconds, and entries at most. Null asks for nothing. */
export interface TimelinePart {
  /** Null from its start to its end. */
  readonly span: { readonly startSeconds: number; readonly endSeconds: number } | null;
  readonly points: number;
}

/** A part of a timeline as it came. */
export interface LoadedPart {
  readonly part: TimelinePart;
  readonly timeline: AnalysisTimeline;
}

/**
 * A part of the timeline of an analysis that is done; it never changes. Until another part has come the one before is given, and what is
 * not wanted any more is not waited for.
 */
export function useTimelinePart(analysisId: string | null | undefined, part: TimelinePart | null) {
  return useQuery({
    queryKey: ['analysis-timeline', analysisId, part],
    enabled: typeof analysisId === 'string' && part !== null,
    staleTime: Infinity,
    gcTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<LoadedPart | null> => {
      if (part === null) return null;
      const path = { id: analysisId ?? '' };
      const query = { ...(part.span === null ? {} : asQuery(part.span)), points: part.points };
      const body: unknown = await bodyOf(api.GET('/api/v1/analyses/{id}/timeline', { params: { path, query }, signal }));
      return { part, timeline: body as AnalysisTimeline };
    },
  });
}

/** Times in plain decimals, to a millisecond: the server takes no others. */
function asQuery({ startSeconds, endSeconds }: NonNullable<TimelinePart['span']>) {
  return { startSeconds: plain(startSeconds), endSeconds: plain(endSeconds) };
}

function plain(seconds: number): string {
  return Math.max(0, seconds).toFixed(3);
}

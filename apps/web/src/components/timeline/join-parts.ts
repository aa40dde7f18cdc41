import type { AnalysisTimeline, ScoreTimeline } from '@vigil/contracts';
import type { LoadedPart } from '../../lib/queries/timeline-query.ts';

/** What is drawn of a timeline: entries of different fineness, and the gaps that are known. */
export type JoinedTimeline = Pick<AnalysisTimeline, 'timeline' | 'gaps'>;

/** The overview with the finer part in its place. */
export function joinParts(overview: AnalysisTimeline, detail: LoadedPart | null): JoinedTimeline {
  if (detail === null || detail.part.span === null) return overview;
  const { timeline: finer } = detail;
  const { seconds } = finer.timeline;
  // the entry of a stretch at the edge may lie outside of the part
  const startSeconds = Math.min(detail.part.span.startSeconds, seconds.at(0) ?? Infinity);
  const endSeconds = Math.max(detail.part.span.endSeconds, seconds.at(-1) ?? -Infinity);
  const known = overview.timeline.seconds;
  const before = firstPlace(known, (at) => at >= startSeconds);
  const after = firstPlace(known, (at) => at > endSeconds);
  const joined = <Value>(coarse: readonly Value[], fine: readonly Value[]): Value[] => [
    ...coarse.slice(0, before),
    ...fine,
    ...coarse.slice(after),
  ];
  const lanes = Object.keys(overview.timeline.modalities) as (keyof ScoreTimeline['modalities'])[];
  return {
    timeline: {
      seconds: joined(known, seconds),
      fused: joined(overview.timeline.fused, finer.timeline.fused),
      modalities: Object.fromEntries(
        lanes.map((lane) => [lane, joined(overview.timeline.modalities[lane] ?? [], finer.timeline.modalities[lane] ?? [])]),
      ),
    },
    gaps: joinGaps(overview.gaps, finer.gaps),
  };
}

/** Gaps of both, each once; they are told of whole, whichever part they reach into. */
function joinGaps(some: JoinedTimeline['gaps'], others: JoinedTimeline['gaps']): JoinedTimeline['gaps'] {
  const all = new Map([...some, ...others].map((gap) => [gap.startSeconds, gap]));
  return [...all.values()].toSorted((a, b) => a.startSeconds - b.startSeconds);
}

function firstPlace(seconds: readonly number[], isBehind: (seconds: number) => boolean): number {
  const place = seconds.findIndex(isBehind);
  return place < 0 ? seconds.length : place;
}

import type { AnalysisTimeline, IncidentRecord } from '@vigil/contracts';
import type { ReactNode } from 'react';
import { mediaTime } from '../../lib/format/media-time.ts';
import type { TimelinePart } from '../../lib/queries/timeline-query.ts';

const width = 640;
const height = 90;
/** Shown before and after the incident, seconds. */
const roomSeconds = 15;

/** The part of the timeline that the picture shows, in an entry a pixel. */
export function curvePart({ startSeconds, endSeconds }: Pick<IncidentRecord, 'startSeconds' | 'endSeconds'>): TimelinePart {
  return {
    span: { startSeconds: Math.max(0, startSeconds - roomSeconds), endSeconds: endSeconds + roomSeconds },
    points: width,
  };
}

/** The fused surprise about an incident as a small picture of lines, for paper. */
export function SurpriseCurve({
  timeline: { seconds, fused },
  durationSeconds,
  thresholdSurprise,
  incident: { startSeconds, endSeconds },
}: Pick<AnalysisTimeline, 'timeline' | 'durationSeconds' | 'thresholdSurprise'> & {
  readonly incident: IncidentRecord;
}): ReactNode {
  const from = Math.max(0, startSeconds - roomSeconds);
  const to = Math.max(from + 1, Math.min(endSeconds + roomSeconds, durationSeconds));
  const points = seconds.flatMap((at, index) => (at >= from && at <= to ? [[at, fused[index]] as const] : []));
  const most = Math.max(3, thresholdSurprise * 1.2, ...points.map(([, value]) => value));
  const x = (at: number): number => ((at - from) / (to - from)) * width;
  const y = (value: number): number => height - (value / most) * height;
  const path = points
    .map(([at, value], index) => `${index === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`)
    .join('');
  return (
    <svg viewBox={`0 -2 ${width} ${height + 18}`} width="100%" aria-hidden>
      <rect
        x={x(startSeconds)}
        y={0}
        width={Math.max(1, x(endSeconds) - x(startSeconds))}
        height={height}
        fill="#c92a2a"
        opacity={0.14}
      />
      <path d={path} fill="none" stroke="#223446" strokeWidth={1.4} />
      <line x1={0} x2={width} y1={y(thresholdSurprise)} y2={y(thresholdSurprise)} stroke="#c92a2a" strokeDasharray="5 4" />
      <line x1={0} x2={width} y1={height} y2={height} stroke="#8a94a3" />
      <text x={0} y={height + 13} fontSize={11} fill="#44505f">
        {mediaTime(from, 1)}
      </text>
      <text x={width} y={height + 13} fontSize={11} fill="#44505f" textAnchor="end">
        {mediaTime(to, 1)}
      </text>
    </svg>
  );
}

import type { AnalysisResult, Modality, ScoreTimeline } from '@vigil/contracts';
import type { TimelineColumns } from './timeline-columns.ts';

/** What a timeline's file is made from. */
export interface TimelineSource {
  /** Length of the recording, seconds; null where the container does not say. */
  readonly durationSeconds: number | null;
  readonly thresholdSurprise: number;
  readonly modalities: readonly Modality[];
  /** A lane of all senses together, then one for each of `modalities`. */
  readonly columns: TimelineColumns;
}

/** What of a result its timeline needs. */
export interface ResultTimeline {
  readonly timeline: ScoreTimeline;
  readonly source: Pick<AnalysisResult['source'], 'durationSeconds'>;
  readonly budget: Pick<AnalysisResult['budget'], 'thresholdSurprise'>;
}

/** The timeline of a result in memory. */
export function timelineSourceOf({ timeline, source, budget }: ResultTimeline): TimelineSource {
  const named = Object.entries(timeline.modalities) as [Modality, readonly (number | null)[]][];
  return {
    durationSeconds: source.durationSeconds,
    thresholdSurprise: budget.thresholdSurprise,
    modalities: named.map(([modality]) => modality),
    columns: {
      seconds: Float64Array.from(timeline.seconds),
      lanes: [timeline.fused, ...named.map(([, values]) => values)].map(columnOf),
    },
  };
}

/** Of a million values: a loop takes a small part of the time of `from` with a function. */
function columnOf(values: readonly (number | null)[]): Float64Array {
  const column = new Float64Array(values.length);
  for (let entry = 0; entry < values.length; entry += 1) column[entry] = values[entry] ?? Number.NaN;
  return column;
}

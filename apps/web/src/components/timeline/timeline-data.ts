import type { AnalysisTimeline, Modality } from '@vigil/contracts';
import { mediaTime } from '../../lib/format/media-time.ts';
import type { JoinedTimeline } from './join-parts.ts';
import type { ViewSpan } from './view-span.ts';

/** One lane of a timeline. */
export interface Lane {
  readonly id: 'fused' | Modality;
  /** Value at the right edge of the lane; what is higher stands at the edge. */
  readonly most: number;
  /** Edges of the lane as shares of the width of all lanes. */
  readonly left: number;
  readonly right: number;
}

/** What of a timeline stays as it is, however finely it is drawn. */
export interface TimelineLayout {
  readonly lanes: readonly Lane[];
  readonly whole: ViewSpan;
  readonly thresholdSurprise: number;
}

/** A timeline as it is drawn. */
export interface TimelineData {
  /** Ascending; within gaps of the footage stands a time without values, so that no line crosses them. */
  readonly seconds: readonly number[];
  /** For each lane the surprise at every time; null where it says nothing or there is no footage. */
  readonly values: readonly (readonly (number | null)[])[];
  readonly gaps: readonly ViewSpan[];
}

/** A lane shows this much at least: one in a thousand. */
const leastMost = 3;
/** A lane shows at most so many times that: one moment beyond everything does not flatten all others. */
const mostFloors = 3;
const fusedWeight = 1.8;
/** Room between lanes as a share of one of the narrow ones. */
const roomShare = 0.14;

/** Lays out the lanes by the overview of a whole recording, which has the largest value of each. */
export function timelineLayout({ timeline, durationSeconds, thresholdSurprise }: AnalysisTimeline): TimelineLayout {
  const named = (Object.entries(timeline.modalities) as [Modality, readonly (number | null)[]][]).filter(([, values]) =>
    values.some((value) => value !== null),
  );
  const all: readonly (readonly [Lane['id'], readonly (number | null)[]])[] = [['fused', timeline.fused], ...named];
  const edges = laneEdges(all.length);
  return {
    lanes: all.map(([id, values], number) => {
      const floor = id === 'fused' ? Math.max(leastMost, thresholdSurprise * 1.15) : leastMost;
      const most = Math.min(Math.max(floor, largest(values) * 1.05), floor * mostFloors);
      return { id, most, ...edges[number] };
    }),
    whole: { startSeconds: 0, endSeconds: Math.max(durationSeconds, 0.1) },
    thresholdSurprise,
  };
}

/** Room for the times beside the lanes, CSS pixels: it goes by the longest, with tenths. */
export function axisPixels({ whole }: Pick<TimelineLayout, 'whole'>): number {
  return Math.max(46, Math.ceil(6.3 * mediaTime(whole.endSeconds, 1).length + 6));
}

/** The lanes' values with a break in every gap. */
export function timelineData({ lanes }: Pick<TimelineLayout, 'lanes'>, { timeline, gaps }: JoinedTimeline): TimelineData {
  const { seconds, fused, modalities } = timeline;
  const breaks = gaps.map(({ startSeconds, endSeconds }) => (startSeconds + endSeconds) / 2);
  const places = mergedPlaces(seconds, breaks);
  return {
    seconds: places.map((place) => (place < 0 ? breaks[-place - 1] : seconds[place])),
    values: lanes.map(({ id }) => {
      const values = id === 'fused' ? fused : (modalities[id] ?? []);
      return places.map((place) => (place < 0 ? null : (values[place] ?? null)));
    }),
    gaps,
  };
}

/** The values as they are drawn: none beyond the edge of its lane. */
export function drawnValues({ lanes }: Pick<TimelineLayout, 'lanes'>, { values }: TimelineData): (number | null)[][] {
  return values.map((lane, number) => lane.map((value) => (value === null ? null : Math.min(value, lanes[number].most))));
}

/** Indices of the times in order, with −1, −2 … for the breaks between them. */
function mergedPlaces(seconds: readonly number[], breaks: readonly number[]): number[] {
  const places: number[] = [];
  let next = 0;
  for (const [place, at] of seconds.entries()) {
    while (next < breaks.length && breaks[next] < at) {
      next += 1;
      places.push(-next);
    }
    places.push(place);
  }
  return places;
}

function laneEdges(count: number): { readonly left: number; readonly right: number }[] {
  const total = fusedWeight + (count - 1) * (1 + roomShare);
  let left = 0;
  return Array.from({ length: count }, (_, number) => {
    const from = left;
    const width = (number === 0 ? fusedWeight : 1) / total;
    left += width + roomShare / total;
    return { left: from, right: from + width };
  });
}

function largest(values: readonly (number | null)[]): number {
  let most = 0;
  for (const value of values) if (value !== null && value > most) most = value;
  return most;
}

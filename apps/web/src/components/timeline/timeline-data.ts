import type { Modality, ScoreTimeline } from '@vigil/contracts';
import type { ViewSpan } from './view-span.ts';

/** One lane of a timeline. */
export interface Lane {
  readonly id: 'fused' | Modality;
  /** Surprise at every time of {@link TimelineData.seconds}; null where it says nothing or there is no footage. */
  readonly values: readonly (number | null)[];
  /** Value at the right edge of the lane. */
  readonly most: number;
  /** Edges of the lane as shares of the width of all lanes. */
  readonly left: number;
  readonly right: number;
}

/** A timeline as it is drawn. */
export interface TimelineData {
  /** Ascending; within gaps of the footage stands a time without values, so that no line crosses them. */
  readonly seconds: readonly number[];
  readonly lanes: readonly Lane[];
  readonly gaps: readonly ViewSpan[];
  readonly whole: ViewSpan;
}

/** A lane shows this much at least: one in a thousand. */
const leastMost = 3;
const fusedWeight = 1.8;
/** Room between lanes as a share of one of the narrow ones. */
const roomShare = 0.14;

/** Lays out the surprise over time. @param durationSeconds Null takes the last time that was measured. */
export function timelineData(
  { seconds, fused, modalities }: ScoreTimeline,
  thresholdSurprise: number,
  durationSeconds: number | null,
): TimelineData {
  const whole = { startSeconds: 0, endSeconds: Math.max(durationSeconds ?? 0, seconds.at(-1) ?? 0, 0.1) };
  const gaps = footageGaps(seconds, whole);
  const breaks = gaps.map(({ startSeconds, endSeconds }) => (startSeconds + endSeconds) / 2);
  const places = mergedPlaces(seconds, breaks);
  const named = (Object.entries(modalities) as [Modality, readonly (number | null)[]][]).filter(([, values]) =>
    values.some((value) => value !== null),
  );
  const all: readonly (readonly [Lane['id'], readonly (number | null)[]])[] = [['fused', fused], ...named];
  const edges = laneEdges(all.length);
  return {
    seconds: places.map((place) => (place < 0 ? breaks[-place - 1] : seconds[place])),
    lanes: all.map(([id, values], number) => {
      const floor = id === 'fused' ? Math.max(leastMost, thresholdSurprise * 1.15) : leastMost;
      const laid = places.map((place) => (place < 0 ? null : (values[place] ?? null)));
      return { id, values: laid, most: Math.max(floor, largest(values) * 1.05), ...edges[number] };
    }),
    gaps,
    whole,
  };
}

/** Stretches without footage: neighbouring pictures more than a second and five usual distances apart, and what is missing at either end. */
export function footageGaps(seconds: readonly number[], { startSeconds, endSeconds }: ViewSpan): ViewSpan[] {
  if (seconds.length === 0) return [{ startSeconds, endSeconds }];
  const longest = Math.max(1, 5 * usualDistance(seconds));
  const gaps: ViewSpan[] = [];
  let before = startSeconds;
  for (const at of [...seconds, endSeconds]) {
    if (at - before > longest) gaps.push({ startSeconds: before, endSeconds: at });
    before = at;
  }
  return gaps;
}

function usualDistance(seconds: readonly number[]): number {
  if (seconds.length < 2) return 0;
  const distances = Float64Array.from({ length: seconds.length - 1 }, (_, at) => seconds[at + 1] - seconds[at]).toSorted();
  return distances[distances.length >> 1];
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

import { appearanceLength } from '../features/feature-record.ts';
import type { ExemplarRange } from '../nearest/exemplar-index.ts';

/** Exemplars that a profile keeps at most. [M] 1,500 lose 0.2 points of AUC on UCSD Ped2, 20,000 gain nothing. */
export const maximumExemplars = 4096;

/** How normal moving things look: a bounded sample of appearance vectors with where they come from. Ordered by segment. */
export interface ExemplarSet {
  /** `[n, 96]` int8. */
  readonly vectors: Int8Array;
  /** Segment of the footage, ascending. */
  readonly segments: Int32Array;
  /** Index into the profile's list of sources. */
  readonly sources: Int32Array;
  /** Media time in that source, seconds. */
  readonly seconds: Float64Array;
  /** Cell of the grid. */
  readonly cells: Int32Array;
  /** Pseudo-random priority: the set is the exemplars with the smallest ones of all that were ever offered. */
  readonly priorities: Float64Array;
}

/** One candidate for the set. */
export interface Exemplar {
  readonly vector: Int8Array;
  readonly segment: number;
  readonly source: number;
  readonly seconds: number;
  readonly cell: number;
  readonly priority: number;
}

/** No exemplars. */
export const noExemplars: ExemplarSet = packExemplars([]);

/**
 * Priority of an exemplar from where it comes from: the same footage gives the same sample in whatever order it is learned,
 * and a sample can be extended without the footage it was taken from (bottom-k sampling; Cohen and Kaplan, 2007).
 */
export function exemplarPriority(source: string, seconds: number, cell: number): number {
  let hash = 0x811c9dc5;
  const mix = (value: number): void => {
    hash = Math.imul(hash ^ value, 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash ^= hash >>> 13;
  };
  for (let i = 0; i < source.length; i += 1) mix(source.charCodeAt(i));
  const milliseconds = Math.round(seconds * 1000);
  mix(milliseconds & 0xffff);
  mix(Math.floor(milliseconds / 65536));
  mix(cell);
  return (hash >>> 0) / 0x1_0000_0000;
}

/** The exemplars one by one. */
export function unpackExemplars(set: ExemplarSet): Exemplar[] {
  return Array.from(set.segments, (segment, i) => ({
    vector: set.vectors.subarray(i * appearanceLength, (i + 1) * appearanceLength),
    segment,
    source: set.sources[i],
    seconds: set.seconds[i],
    cell: set.cells[i],
    priority: set.priorities[i],
  }));
}

/** Exemplars as one set, in order of segment, time and cell. */
export function packExemplars(exemplars: readonly Exemplar[]): ExemplarSet {
  const sorted = exemplars.toSorted((a, b) => a.segment - b.segment || a.seconds - b.seconds || a.cell - b.cell);
  const vectors = new Int8Array(sorted.length * appearanceLength);
  sorted.forEach((exemplar, i) => vectors.set(exemplar.vector, i * appearanceLength));
  return {
    vectors,
    segments: Int32Array.from(sorted, (exemplar) => exemplar.segment),
    sources: Int32Array.from(sorted, (exemplar) => exemplar.source),
    seconds: Float64Array.from(sorted, (exemplar) => exemplar.seconds),
    cells: Int32Array.from(sorted, (exemplar) => exemplar.cell),
    priorities: Float64Array.from(sorted, (exemplar) => exemplar.priority),
  };
}

/** All exemplars but those of a segment. */
export function rangesWithout(set: ExemplarSet, segment: number): ExemplarRange[] {
  const count = set.segments.length;
  const from = lowerBound(set.segments, segment);
  const to = lowerBound(set.segments, segment + 1);
  return [
    { from: 0, to: from },
    { from: to, to: count },
  ];
}

function lowerBound(values: Int32Array, wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Collects exemplars, keeping those with the smallest priorities. */
export class ExemplarCollector {
  #kept: Exemplar[];

  constructor(previous: ExemplarSet = noExemplars) {
    this.#kept = unpackExemplars(previous);
  }

  /** Offers one; it is copied if it is kept. */
  offer(exemplar: Exemplar): void {
    if (this.#kept.length >= 2 * maximumExemplars) this.#shrink();
    this.#kept.push({ ...exemplar, vector: exemplar.vector.slice() });
  }

  /** What was kept. */
  finish(): ExemplarSet {
    this.#shrink();
    return packExemplars(this.#kept);
  }

  #shrink(): void {
    this.#kept.sort((a, b) => a.priority - b.priority || a.segment - b.segment || a.seconds - b.seconds || a.cell - b.cell);
    this.#kept.length = Math.min(this.#kept.length, maximumExemplars);
  }
}

import type { BucketLength } from './incident-counts.ts';

const lengthsMs = { hour: 3_600_000, day: 86_400_000 } as const;

/** A range of time; milliseconds since 1970, `before` is not included. */
export interface TimeRange {
  readonly fromMs: number;
  readonly beforeMs: number;
}

/** A span as whole days, whole hours on both sides of them, and what is left at the edges, each within one hour. */
export interface SpanParts extends Readonly<Record<BucketLength, readonly TimeRange[]>> {
  readonly edges: readonly TimeRange[];
}

/** Cuts a span at whole hours and days in UTC. The parts cover it without overlap; empty ones are left out. */
export function spanParts(span: TimeRange): SpanParts {
  const hours = whole(span, 'hour');
  if (hours === null) return { edges: nonEmpty([span]), hour: [], day: [] };
  const days = whole(hours, 'day');
  return {
    edges: nonEmpty(around(span, hours)),
    hour: nonEmpty(days === null ? [hours] : around(hours, days)),
    day: days === null ? [] : nonEmpty([days]),
  };
}

/** Whole hours of a span only: for figures by hour. */
export function wholeHours(span: TimeRange): readonly TimeRange[] {
  const hours = whole(span, 'hour');
  return hours === null ? [] : nonEmpty([hours]);
}

/** Null where no beginning of an hour or day lies in the range. */
function whole({ fromMs, beforeMs }: TimeRange, length: BucketLength): TimeRange | null {
  const ms = lengthsMs[length];
  const range = { fromMs: Math.ceil(fromMs / ms) * ms, beforeMs: Math.floor(beforeMs / ms) * ms };
  return range.fromMs > range.beforeMs ? null : range;
}

function around(outer: TimeRange, inner: TimeRange): readonly TimeRange[] {
  return [
    { fromMs: outer.fromMs, beforeMs: inner.fromMs },
    { fromMs: inner.beforeMs, beforeMs: outer.beforeMs },
  ];
}

function nonEmpty(ranges: readonly TimeRange[]): readonly TimeRange[] {
  return ranges.filter(({ fromMs, beforeMs }) => fromMs < beforeMs);
}

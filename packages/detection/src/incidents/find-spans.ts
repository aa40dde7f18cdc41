import type { Series } from './peaks.ts';

/** A stretch of time above the threshold. */
export interface Span {
  /** Indices into the series, both inclusive. */
  readonly from: number;
  readonly to: number;
  readonly peak: number;
}

/** Settings of {@link findSpans}. */
export interface SpanSettings {
  /** A span ends where the value falls below this share of the threshold. */
  readonly closeShare: number;
  /** Spans this near belong together, seconds. */
  readonly mergeGapSeconds: number;
  /** Shorter spans are dropped, seconds from the first to the last moment above the closing value. */
  readonly minimumSeconds: number;
}

/** Settings that fit any source. */
export const defaultSpanSettings: SpanSettings = { closeShare: 0.6, mergeGapSeconds: 2, minimumSeconds: 0.4 };

/** Stretches of a series that rise to the threshold: hysteresis, merge gap, least length. */
export function findSpans(series: Series, threshold: number, settings: SpanSettings = defaultSpanSettings): Span[] {
  const { seconds, values } = series;
  const spans: Span[] = [];
  let open: { from: number; to: number; peak: number } | null = null;
  for (let i = 0; i < values.length; i += 1) {
    // also where the footage itself has a gap
    if (open && seconds[i] - seconds[open.to] > settings.mergeGapSeconds) {
      spans.push(open);
      open = null;
    }
    if (!open) {
      if (values[i] >= threshold) open = { from: startOf(series, i, threshold * settings.closeShare), to: i, peak: i };
    } else if (values[i] >= threshold * settings.closeShare) {
      open.to = i;
      if (values[i] > values[open.peak]) open.peak = i;
    }
  }
  if (open) spans.push(open);
  return mergeOverlaps(series, spans, settings).filter(
    ({ from, to }) => seconds[to] - seconds[from] >= settings.minimumSeconds - 1e-9,
  );
}

/** Walks back from the moment of opening to where the rise began. */
function startOf({ seconds, values }: Series, at: number, closing: number): number {
  let from = at;
  while (from > 0 && values[from - 1] >= closing && seconds[from] - seconds[from - 1] <= 1) from -= 1;
  return from;
}

function mergeOverlaps({ seconds, values }: Series, spans: readonly Span[], settings: SpanSettings): Span[] {
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && seconds[span.from] - seconds[last.to] <= settings.mergeGapSeconds) {
      const peak = values[span.peak] > values[last.peak] ? span.peak : last.peak;
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to), peak };
    } else merged.push(span);
  }
  return merged;
}

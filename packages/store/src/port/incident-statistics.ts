import type { IncidentKind, ReviewStatus } from '@vigil/contracts';

/** Span of time; ISO 8601, `from` included, `before` not; at most 400 days. */
export interface StatisticsSpan {
  readonly from: string;
  readonly before: string;
}

/** Figures over the incidents of a span, by `occurredAt`. */
export interface IncidentStatistics {
  /** Start of each hour in UTC that has incidents, ascending. */
  readonly byHour: readonly { readonly hour: string; readonly count: number }[];
  readonly byKind: readonly { readonly kind: IncidentKind; readonly count: number }[];
  /** The 50 sources with most incidents. */
  readonly bySource: readonly { readonly sourceId: string; readonly sourceName: string; readonly count: number }[];
  readonly bySeverity: Readonly<Record<'info' | 'warning' | 'critical', number>>;
  readonly byStatus: Readonly<Record<ReviewStatus, number>>;
  readonly total: number;
}

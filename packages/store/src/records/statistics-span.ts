import { VigilError } from '@vigil/contracts';
import type { StatisticsSpan } from '../port/incident-statistics.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Longest span of statistics, days. */
const mostDays = 400;

/** Sources that statistics name. */
export const mostSources = 50;

/**
 * The bounds of a span, milliseconds since 1970.
 *
 * @throws VigilError `bad-request` for no times, none in between, or more than 400 days
 */
export function checkSpan(span: StatisticsSpan): { readonly fromMs: number; readonly beforeMs: number } {
  const [fromMs, beforeMs] = [Date.parse(span.from), Date.parse(span.before)];
  if (!Number.isFinite(fromMs) || !Number.isFinite(beforeMs) || fromMs > beforeMs) {
    throw new VigilError('bad-request', 'statistics need two times of ISO 8601, the first not after the second');
  }
  if (beforeMs - fromMs > mostDays * dayMs) {
    const days = Math.ceil((beforeMs - fromMs) / dayMs);
    throw new VigilError('bad-request', `statistics cover at most ${mostDays} days; ${days} were asked for`);
  }
  return { fromMs, beforeMs };
}

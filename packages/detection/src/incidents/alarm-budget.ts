import type { BudgetStatement } from '@vigil/contracts';

const secondsPerDay = 86_400;

/** The peaks that a budget is computed from. */
export interface PeakStatistics {
  /** Heights of separate peaks of the fused surprise in normal footage, ascending; the highest ones where not all were kept. */
  readonly peaks: Float64Array;
  /** Number of peaks, also of those not kept. */
  readonly peakCount: number;
  /** Footage they come from, seconds. */
  readonly seconds: number;
}

/** The tail starts here at the earliest, or at the median peak: nine of ten normal moments are lower than this surprise. */
const tailSurprise = 1;

/** Scale of the tail where nothing is known: a surprise is −log10 of a p-value, and falls by 1/e over this much. */
const calibratedScale = 1 / Math.LN10;

/** Peaks that have to be seen before their own scale outweighs {@link calibratedScale}. */
const scalePrior = 30;

/** Surprise that no threshold goes below: an incident is at least this rare a moment. */
const leastThreshold = 2.5;

/**
 * Turns "at most N incidents a day" into a threshold: the rate of separate peaks above a moderate surprise, carried on by an
 * exponential tail (peaks over threshold; Coles 2001, chapter 4). Its scale is the median excess divided by ln 2, which a few
 * true incidents in the calibration footage hardly move, drawn towards the scale of calibrated surprises while peaks are few.
 */
export function alarmBudget(statistics: PeakStatistics, incidentsPerDay: number, baseline: 'profile' | 'self'): BudgetStatement {
  const { peaks, peakCount, seconds: calibrationSeconds } = statistics;
  const days = calibrationSeconds / secondsPerDay;
  // of very long footage only the highest peaks are kept, and none below the lowest of them counts
  const lowest = peakCount > peaks.length ? peaks[0] : -Infinity;
  const start = Math.max(tailSurprise, lowest, peaks.length === 0 ? 0 : peaks[peaks.length >> 1]);
  const excesses = peaks.filter((peak) => peak >= start).map((peak) => peak - start);
  const own = excesses.length === 0 ? 0 : excesses[excesses.length >> 1] / Math.LN2;
  const scale = (excesses.length * own + scalePrior * calibratedScale) / (excesses.length + scalePrior);
  // half a peak for footage that shows none: the rate of what was not seen is not zero
  const ratePerDay = Math.max(0.5, excesses.length) / Math.max(days, 1 / secondsPerDay);
  const fitted = start + scale * Math.log(Math.max(1, ratePerDay / incidentsPerDay));
  const thresholdSurprise = Math.max(leastThreshold, fitted);
  const expectedPerDay = ratePerDay * Math.exp(-(thresholdSurprise - start) / scale);
  const enoughData = baseline === 'profile' && days * incidentsPerDay >= 1;
  return describe({ incidentsPerDay, thresholdSurprise, expectedPerDay, calibrationSeconds, enoughData }, baseline);
}

function describe(statement: Omit<BudgetStatement, 'summary'>, baseline: 'profile' | 'self'): BudgetStatement {
  const promised = `At most ${perDay(statement.incidentsPerDay)}`;
  const expected = `the calibration footage (${duration(statement.calibrationSeconds)}) suggests ${perDay(statement.expectedPerDay)}`;
  const rest = 'longer normal footage is needed to be sure: the threshold rests on an extrapolated tail';
  if (statement.enoughData) return { ...statement, summary: `${promised} promised; ${expected}.` };
  const own = baseline === 'self' ? 'This video was measured against itself. ' : '';
  return { ...statement, summary: `${own}${promised} asked for; ${expected}. Not enough data yet: ${rest}.` };
}

function perDay(rate: number): string {
  return `${Number(rate.toPrecision(2))} incident${rate === 1 ? '' : 's'} a day`;
}

/** A length of time in words. */
export function duration(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

import type { BudgetStatement } from '@vigil/contracts';

const secondsPerDay = 86_400;

/** The peaks that a budget is computed from. */
export interface PeakStatistics {
  /** Heights of separate peaks of the fused surprise in normal footage, ascending; the highest ones where not all were kept. */
  readonly peaks: Float64Array;
  /** Number of peaks, also of those not kept. */
  readonly peakCount: number;
  /** Footage they come from, seconds. */
  readonly calibrationSeconds: number;
}

/** Peaks below which no tail can be fitted. */
const fewestPeaks = 8;

/** Surprise that no threshold goes below: an incident is at least this rare a moment. */
const leastThreshold = 2.5;

/**
 * Turns "at most N incidents a day" into a threshold: the rate of separate peaks above the median peak, carried on by an
 * exponential tail whose scale is the median excess divided by ln 2 (peaks over threshold; Coles 2001, chapter 4). The median
 * keeps a few true incidents in the calibration footage from raising the threshold.
 */
export function alarmBudget(statistics: PeakStatistics, incidentsPerDay: number, baseline: 'profile' | 'self'): BudgetStatement {
  const { peaks, peakCount, calibrationSeconds } = statistics;
  const days = calibrationSeconds / secondsPerDay;
  if (peaks.length < fewestPeaks) {
    const thresholdSurprise = Math.max(leastThreshold, Math.log10(secondsPerDay / incidentsPerDay));
    return describe(
      { incidentsPerDay, thresholdSurprise, expectedPerDay: incidentsPerDay, calibrationSeconds, enoughData: false },
      baseline,
    );
  }
  const middle = peaks[peaks.length >> 1];
  const upper = peaks[Math.floor(peaks.length * 0.75)];
  const scale = Math.max((upper - middle) / Math.LN2, 0.02);
  const ratePerDay = (Math.min(peakCount, peaks.length) - (peaks.length >> 1)) / days;
  const fitted = middle + scale * Math.log(Math.max(1, ratePerDay / incidentsPerDay));
  const thresholdSurprise = Math.max(leastThreshold, fitted);
  const expectedPerDay = ratePerDay * Math.exp(-(thresholdSurprise - middle) / scale);
  const enoughData = baseline === 'profile' && days * incidentsPerDay >= 1;
  return describe({ incidentsPerDay, thresholdSurprise, expectedPerDay, calibrationSeconds, enoughData }, baseline);
}

function describe(statement: Omit<BudgetStatement, 'summary'>, baseline: 'profile' | 'self'): BudgetStatement {
  const promised = `At most ${perDay(statement.incidentsPerDay)}`;
  const expected = `the calibration footage (${duration(statement.calibrationSeconds)}) lets expect ${perDay(statement.expectedPerDay)}`;
  const rest = 'longer normal footage is needed to be sure: the threshold rests on an extrapolated tail';
  if (statement.enoughData) return { ...statement, summary: `${promised} promised; ${expected}.` };
  const own = baseline === 'self' ? 'This video was measured against itself. ' : '';
  return { ...statement, summary: `${own}${promised} asked for; ${expected}. Not enough data yet: ${rest}.` };
}

function perDay(rate: number): string {
  return `${Number(rate.toPrecision(2))} incident${rate === 1 ? '' : 's'} a day`;
}

function duration(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

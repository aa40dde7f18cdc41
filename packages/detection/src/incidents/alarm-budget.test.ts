import { budgetStatementSchema } from '@vigil/contracts';
import { describe, expect, it } from 'vitest';
import { randomStream } from '../testing/random.ts';
import { alarmBudget, type PeakStatistics } from './alarm-budget.ts';

const day = 86_400;

/** Peaks whose heights are exponential beyond `start`, `perDay` of them a day. */
function exponentialPeaks(days: number, perDay: number, seed: number, start = 2.6, scale = 0.4): PeakStatistics {
  const random = randomStream(seed);
  const peaks = Float64Array.from({ length: Math.round(days * perDay) }, () => start + scale * random.exponential()).toSorted();
  return { peaks, peakCount: peaks.length, seconds: days * day };
}

describe('alarmBudget', () => {
  it('lowers the threshold as the budget grows', () => {
    const statistics = exponentialPeaks(0.25, 4000, 1);
    const thresholds = [0.1, 1, 4, 20, 100, 500].map((budget) => alarmBudget(statistics, budget, 'profile').thresholdSurprise);
    expect(thresholds).toEqual(thresholds.toSorted((a, b) => b - a));
    expect(thresholds[0]).toBeGreaterThan(thresholds[5] + 2);
  });

  it('keeps its promise on new footage of the same kind', () => {
    const promised = 50;
    const { thresholdSurprise, expectedPerDay, enoughData } = alarmBudget(exponentialPeaks(2, 2000, 2), promised, 'profile');
    const fresh = exponentialPeaks(20, 2000, 3);
    const achieved = fresh.peaks.filter((peak) => peak >= thresholdSurprise).length / 20;
    expect(expectedPerDay).toBeCloseTo(promised, 6);
    expect(enoughData).toBe(true);
    // the scale rests on 4000 peaks: its relative error, about 0.03, acts over ln(1000 / 50) = 3 scales; three standard errors
    expect(Math.abs(Math.log(achieved / promised))).toBeLessThan(0.3);
  });

  it('keeps it on average over many short calibrations', () => {
    const promised = 20;
    const rates = Array.from({ length: 200 }, (_, i) => {
      const { thresholdSurprise } = alarmBudget(exponentialPeaks(0.1, 3000, 100 + i), promised, 'profile');
      return Math.log((3000 * Math.exp(-(thresholdSurprise - 2.6) / 0.4)) / promised);
    });
    const meanLogRatio = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    expect(Math.abs(meanLogRatio)).toBeLessThan(0.25);
  });

  it('is hardly moved by a few true incidents in the calibration footage', () => {
    const clean = exponentialPeaks(1, 1000, 4);
    const peaks = Float64Array.from([...clean.peaks, 9, 11, 12]);
    const dirty = { ...clean, peaks, peakCount: peaks.length };
    const [without, with3] = [clean, dirty].map((statistics) => alarmBudget(statistics, 4, 'profile').thresholdSurprise);
    expect(Math.abs(with3 - without)).toBeLessThan(0.05);
  });

  it('gives the same threshold where only the highest peaks were kept', () => {
    const all = exponentialPeaks(4, 2500, 5);
    const highest = { ...all, peaks: all.peaks.slice(-4096) };
    const [whole, kept] = [all, highest].map((statistics) => alarmBudget(statistics, 2, 'profile').thresholdSurprise);
    expect(Math.abs(whole - kept)).toBeLessThan(0.3);
  });

  it('never goes below a rare moment, and then expects less than it was allowed', () => {
    const quiet = exponentialPeaks(1, 1000, 6, 0.1, 0.2);
    const { thresholdSurprise, expectedPerDay } = alarmBudget(quiet, 100, 'profile');
    expect(thresholdSurprise).toBe(2.5);
    expect(expectedPerDay).toBeLessThan(100);
  });

  it('says that there is not enough data where the footage is shorter than the promise', () => {
    const short = alarmBudget(exponentialPeaks(0.02, 3000, 7), 4, 'profile');
    expect(short.enoughData).toBe(false);
    expect(short.summary).toContain('Not enough data yet');
    const long = alarmBudget(exponentialPeaks(1, 3000, 7), 4, 'profile');
    expect(long.enoughData).toBe(true);
    expect(long.summary).not.toContain('Not enough data');
  });

  it.each([0, 1, 7])('takes the scale of calibrated surprises where there are only %i peaks', (count) => {
    const statistics = { peaks: new Float64Array(count).fill(1.2), peakCount: count, seconds: 60 };
    const few = alarmBudget(statistics, 4, 'profile');
    expect(few.enoughData).toBe(false);
    expect(few.expectedPerDay).toBeCloseTo(4, 6);
    const ratePerDay = Math.max(0.5, count) * (day / 60);
    const atMost = 1.2 + Math.log10(ratePerDay / 4);
    expect(few.thresholdSurprise).toBeLessThanOrEqual(atMost + 1e-9);
    expect(few.thresholdSurprise).toBeGreaterThan(2.5);
  });

  it('never calls a video measured against itself enough', () => {
    const self = alarmBudget(exponentialPeaks(3, 2000, 8), 4, 'self');
    expect(self.enoughData).toBe(false);
    expect(self.summary).toContain('against itself');
  });

  it('stays finite where all peaks are equally high', () => {
    const statistics = { peaks: new Float64Array(100).fill(2.7), peakCount: 100, seconds: 3600 };
    const { thresholdSurprise } = alarmBudget(statistics, 4, 'profile');
    expect(thresholdSurprise).toBeGreaterThan(2.7);
    expect(thresholdSurprise).toBeLessThan(5);
  });

  it('states what its schema asks for', () => {
    const statement = alarmBudget(exponentialPeaks(1, 500, 9), 4, 'profile');
    expect(budgetStatementSchema.parse(statement)).toEqual(statement);
    expect(statement.summary).toContain('At most 4 incidents a day');
    expect(alarmBudget(exponentialPeaks(1, 500, 9), 1, 'profile').summary).toContain('At most 1 incident a day');
  });
});

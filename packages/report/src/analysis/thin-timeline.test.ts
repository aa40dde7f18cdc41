import { expect, it } from 'vitest';
import { renderAnalysisReport } from './analysis-report.ts';
import { sampleAnalysis } from './sample-analysis.ts';
import { thinTimeline } from './thin-timeline.ts';

const long = sampleAnalysis(150_000);
long.incidents = long.incidents
  .slice(0, 2)
  .map((incident, at) => ({ ...incident, startSeconds: 900 * (at + 1), endSeconds: 900 * (at + 1) + 5 }));
long.timeline.fused[77_777] = 42;
const thin = thinTimeline(long);

it('a timeline of an hour and less stays as it is', () => {
  const { timeline, incidents } = sampleAnalysis(2000);
  expect(thinTimeline({ timeline, incidents })).toEqual({
    timeline,
    stretchSeconds: 0,
    usualSeconds: expect.closeTo(0.1),
    longestStepSeconds: 1,
  });
});

it('a longer one has fewer entries, and every peak', () => {
  const { seconds, fused, modalities } = thin.timeline;
  expect(seconds.length).toBeGreaterThan(30_000);
  expect(seconds.length).toBeLessThan(42_000);
  expect(seconds.every((at, entry) => entry === 0 || at > seconds[entry - 1])).toBe(true);
  expect(fused[seconds.indexOf(long.timeline.seconds[77_777])]).toBe(42);
  for (const [modality, values] of Object.entries(long.timeline.modalities)) {
    const most = (all: readonly (number | null)[]): number =>
      all.reduce<number>((best, value) => Math.max(best, value ?? best), -1);
    expect(most(modalities[modality as 'motion'] ?? [])).toBe(most(values));
  }
});

it('about incidents all frames stay', () => {
  const about = (seconds: readonly number[]): number[] => seconds.filter((at) => at >= 886 && at <= 919);
  expect(about(thin.timeline.seconds)).toEqual(about(long.timeline.seconds));
});

it('the gap of the footage stays one, and nothing else becomes one', () => {
  const { seconds } = thin.timeline;
  const steps = seconds.slice(1).map((at, entry) => at - seconds[entry]);
  expect(steps.filter((step) => step > thin.longestStepSeconds)).toHaveLength(1);
});

it('the page says what its points are, and stays small', () => {
  const page = renderAnalysisReport(long, {});
  expect(page).toContain('away from incidents a point is the largest value of 0.38 s');
  expect(page.length).toBeLessThan(2_500_000);
  expect(renderAnalysisReport(sampleAnalysis(), {})).not.toContain('a point is the largest');
});

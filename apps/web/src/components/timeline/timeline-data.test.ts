import type { AnalysisTimeline } from '@vigil/contracts';
import { describe, expect, it } from 'vitest';
import { axisPixels, drawnValues, timelineData, timelineLayout } from './timeline-data.ts';

const overview: AnalysisTimeline = {
  durationSeconds: 5.2,
  thresholdSurprise: 3.2,
  secondsPerEntry: 0.1,
  exact: true,
  gaps: [{ startSeconds: 0.3, endSeconds: 5 }],
  timeline: {
    seconds: [0, 0.1, 0.2, 0.3, 5, 5.1],
    fused: [0, 1, 2, 1, 6, 0],
    modalities: { motion: [0, null, 1, 1, 4, 0], sound: [null, null, null, null, null, null] },
  },
};
const layout = timelineLayout(overview);

describe('the layout of a timeline', () => {
  it('has a lane for every sense that said something, side by side', () => {
    expect(layout.lanes.map(({ id }) => id)).toEqual(['fused', 'motion']);
    const [fused, motion] = layout.lanes;
    expect(fused.left).toBe(0);
    expect(fused.right).toBeLessThan(motion.left);
    expect(motion.right).toBeCloseTo(1);
  });

  it('leaves room for the threshold and for the largest value', () => {
    expect(layout.lanes.map(({ most }) => most)).toEqual([6 * 1.05, 4 * 1.05]);
    const still = { seconds: [0], fused: [0], modalities: {} };
    expect(timelineLayout({ ...overview, thresholdSurprise: 8, timeline: still }).lanes[0].most).toBeCloseTo(9.2);
  });

  it('draws what is far beyond everything at the edge, so that the rest is seen', () => {
    const timeline = { seconds: [0, 1], fused: [300, 2], modalities: { motion: [null, 40] } };
    const far = timelineLayout({ ...overview, timeline });
    expect(far.lanes.map(({ most }) => most)).toEqual([expect.closeTo(3 * 3.2 * 1.15), 9]);
    const data = timelineData(far, { timeline, gaps: [] });
    expect(data.values[0]).toEqual([300, 2]);
    expect(drawnValues(far, data)).toEqual([
      [far.lanes[0].most, 2],
      [null, 9],
    ]);
  });

  it('is as long as the recording', () => {
    expect(layout.whole).toEqual({ startSeconds: 0, endSeconds: 5.2 });
    expect(timelineLayout({ ...overview, durationSeconds: 0 }).whole.endSeconds).toBe(0.1);
  });

  it('has room for its longest time', () => {
    expect(axisPixels(layout)).toBe(46);
    const pixels = [3599, 86_400].map((endSeconds) => axisPixels({ whole: { startSeconds: 0, endSeconds } }));
    expect(pixels).toEqual([51, 69]);
  });
});

describe('what is drawn of a timeline', () => {
  it('has its lines broken within a gap', () => {
    const data = timelineData(layout, overview);
    expect(data.seconds).toEqual([0, 0.1, 0.2, 0.3, 2.65, 5, 5.1]);
    expect(data.values).toEqual([
      [0, 1, 2, 1, null, 6, 0],
      [0, null, 1, 1, null, 4, 0],
    ]);
    expect(data.gaps).toEqual(overview.gaps);
  });

  it('is nothing where there is no footage', () => {
    const timeline = { seconds: [], fused: [], modalities: {} };
    expect(timelineData(layout, { timeline, gaps: [{ startSeconds: 0, endSeconds: 5 }] })).toMatchObject({
      seconds: [],
      values: [[], []],
    });
  });
});

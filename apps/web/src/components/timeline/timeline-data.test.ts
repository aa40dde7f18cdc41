import { describe, expect, it } from 'vitest';
import { footageGaps, timelineData } from './timeline-data.ts';

const seconds = [0, 0.1, 0.2, 0.3, 5, 5.1];
const timeline = {
  seconds,
  fused: [0, 1, 2, 1, 6, 0],
  modalities: { motion: [0, null, 1, 1, 4, 0], sound: [null, null, null, null, null, null] },
};

describe('gaps of the footage', () => {
  it('are where pictures are further apart than usual, and at either end', () => {
    expect(footageGaps(seconds, { startSeconds: 0, endSeconds: 9 })).toEqual([
      { startSeconds: 0.3, endSeconds: 5 },
      { startSeconds: 5.1, endSeconds: 9 },
    ]);
  });

  it('are not where the footage is merely slow, and all of it where there is none', () => {
    expect(footageGaps([0, 1.5, 3, 4.5], { startSeconds: 0, endSeconds: 5 })).toEqual([]);
    expect(footageGaps([], { startSeconds: 0, endSeconds: 5 })).toEqual([{ startSeconds: 0, endSeconds: 5 }]);
  });
});

describe('the layout of a timeline', () => {
  const data = timelineData(timeline, 3.2, 5.2);

  it('breaks every line within a gap', () => {
    expect(data.seconds).toEqual([0, 0.1, 0.2, 0.3, 2.65, 5, 5.1]);
    expect(data.lanes[0].values).toEqual([0, 1, 2, 1, null, 6, 0]);
    expect(data.lanes[1].values).toEqual([0, null, 1, 1, null, 4, 0]);
  });

  it('has a lane for every sense that said something, side by side', () => {
    expect(data.lanes.map(({ id }) => id)).toEqual(['fused', 'motion']);
    const [fused, motion] = data.lanes;
    expect(fused.left).toBe(0);
    expect(fused.right).toBeLessThan(motion.left);
    expect(motion.right).toBeCloseTo(1);
  });

  it('leaves room for the threshold and for the largest value', () => {
    expect(data.lanes.map(({ most }) => most)).toEqual([6 * 1.05, 4 * 1.05]);
    expect(timelineData({ seconds: [0], fused: [0], modalities: {} }, 8, null).lanes[0].most).toBeCloseTo(9.2);
  });

  it('is as long as the recording, or as what was measured', () => {
    expect(data.whole).toEqual({ startSeconds: 0, endSeconds: 5.2 });
    expect(timelineData(timeline, 3, null).whole.endSeconds).toBe(5.1);
  });
});

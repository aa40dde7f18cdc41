import type { AnalysisTimeline } from '@vigil/contracts';
import { expect, it } from 'vitest';
import { joinParts } from './join-parts.ts';

const overview: AnalysisTimeline = {
  durationSeconds: 100,
  thresholdSurprise: 3,
  secondsPerEntry: 10,
  exact: false,
  gaps: [{ startSeconds: 70, endSeconds: 88 }],
  timeline: {
    seconds: [4, 11, 25, 38, 41, 57, 66, 95],
    fused: [1, 2, 3, 4, 5, 6, 7, 8],
    modalities: { motion: [1, null, 3, 4, 5, 6, 7, 8] },
  },
};
const part = { span: { startSeconds: 20, endSeconds: 40 }, points: 10 };
const finer = { ...overview, secondsPerEntry: 1, gaps: [{ startSeconds: 30, endSeconds: 34 }] };

it('a finer part takes the place of what the overview has there', () => {
  const timeline = { seconds: [22, 25, 38], fused: [2.5, 3, 4], modalities: { motion: [null, 3, 4] } };
  expect(joinParts(overview, { part, timeline: { ...finer, timeline } })).toEqual({
    timeline: {
      seconds: [4, 11, 22, 25, 38, 41, 57, 66, 95],
      fused: [1, 2, 2.5, 3, 4, 5, 6, 7, 8],
      modalities: { motion: [1, null, null, 3, 4, 5, 6, 7, 8] },
    },
    gaps: [finer.gaps[0], overview.gaps[0]],
  });
});

it('entries at its edges that lie outside of it do not come twice', () => {
  const timeline = { seconds: [11, 25, 41], fused: [2, 3, 5], modalities: { motion: [null, 3, 5] } };
  const joined = joinParts(overview, { part, timeline: { ...finer, gaps: overview.gaps, timeline } });
  expect(joined.timeline.seconds).toEqual([4, 11, 25, 41, 57, 66, 95]);
  expect(joined.gaps).toEqual(overview.gaps);
});

it('a part without footage is empty, and nothing finer is the overview', () => {
  const empty = { seconds: [], fused: [], modalities: { motion: [] } };
  expect(joinParts(overview, { part, timeline: { ...finer, timeline: empty } }).timeline.seconds).toEqual([
    4, 11, 41, 57, 66, 95,
  ]);
  expect(joinParts(overview, null)).toBe(overview);
});

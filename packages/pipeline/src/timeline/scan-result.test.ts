import { describe, expect, it } from 'vitest';
import { encodeTimeline } from './encode-timeline.ts';
import { scanResult } from './scan-result.ts';
import { sampleTimeline } from './testing/sample-timeline.ts';
import { timelineSourceOf } from './timeline-source.ts';

const result = {
  format: 'vigil-analysis',
  source: { id: '夜 "gate" \\', file: 'a,b:[c]{d}.mp4', durationSeconds: 321.5 },
  budget: { incidentsPerDay: 5, thresholdSurprise: 3.25, summary: '"thresholdSurprise": 9' },
  timeline: sampleTimeline({ frames: 300, seed: 1 }),
  kindScores: { 'motion.speed': 1e-7 },
  incidents: [{ tracks: [{ path: [{ seconds: 1, box: { left: 0 } }] }], timeline: { seconds: [7] }, tags: ['x'] }],
  settings: { fused: [1, 2], empty: {}, none: [] },
  warnings: [],
};

async function* inParts(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('the timeline of a stored result', () => {
  it.each([
    ['as it is written', `${JSON.stringify(result, null, 2)}\n`, 1000],
    ['in one line', JSON.stringify(result), 1_000_000],
    ['byte by byte', JSON.stringify(result, null, 2), 1],
  ])('is read as it comes: %s', async (_, text, size) => {
    const source = await scanResult(inParts(text, size));
    expect(source).toEqual(timelineSourceOf(result));
    expect(Buffer.compare(await encodeTimeline(source), await encodeTimeline(timelineSourceOf(result)))).toBe(0);
  });

  it('may say nothing of the length', async () => {
    const text = JSON.stringify({ ...result, source: { durationSeconds: null } });
    expect(await scanResult(inParts(text, 100))).toMatchObject({ durationSeconds: null });
  });

  it.each([
    ['is cut off', JSON.stringify(result).slice(0, -40)],
    ['has no timeline', JSON.stringify({ ...result, timeline: undefined })],
    ['has lanes of other lengths', JSON.stringify({ ...result, timeline: { ...result.timeline, fused: [1] } })],
    [
      'has times that are none',
      JSON.stringify({ ...result, timeline: { ...result.timeline, seconds: result.timeline.seconds.with(9, Number.NaN) } }),
    ],
    ['is empty', ''],
  ])('is refused where the result %s', async (_, text) => {
    await expect(scanResult(inParts(text, 500))).rejects.toMatchObject({ code: 'file-unreadable' });
  });
});

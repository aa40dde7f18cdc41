import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractSource } from '../extract/extract-source.ts';
import { TestBench } from '../testing/test-bench.ts';
import { smallVideo, writeWalkers } from '../testing/walkers-video.ts';
import { type FootageRange, withinRange } from './footage-range.ts';
import { learnProfile } from './learn-from-files.ts';
import { decodeProfile, encodeProfile } from './profile-code.ts';

const bench = new TestBench();
const file = bench.path('walkers.mp4');

beforeAll(() => writeWalkers(file, { ...smallVideo, frames: 150 }));
afterAll(() => bench[Symbol.dispose]());

function learn(ranges: readonly (FootageRange | null)[]) {
  const files = ranges.map(() => file);
  return bench.withSenses(1, (senses) =>
    learnProfile({
      name: 'lane',
      files,
      ranges,
      names: files.map(() => 'lane camera'),
      ids: files.map((_, number) => `video-${number}`),
      previous: null,
      senses,
      workFolder: bench.path('work'),
    }),
  );
}

describe('a stretch of a file', () => {
  it('holds its own moments, counted from 0', async () => {
    const source = await bench.withSenses(1, (senses) =>
      extractSource({ file, name: 'lane', senses, workFolder: bench.path('extracted') }),
    );
    const { records, analysedSeconds } = withinRange(source, { startSeconds: 5, endSeconds: 8 });
    const kept = await Array.fromAsync(records());
    expect(kept.map(({ index }) => index)).toEqual(kept.map((_, index) => index));
    expect(kept.every(({ seconds }) => seconds >= 5 && seconds <= 8)).toBe(true);
    expect(kept.length).toBeGreaterThanOrEqual(14);
    expect(analysedSeconds).toBe(3);
  });

  it('is all that is learned from', async () => {
    const whole = await learn([null]);
    const part = await learn([{ startSeconds: 5, endSeconds: 10 }]);
    expect(whole.calibrationSeconds).toBeGreaterThan(13);
    expect(part.calibrationSeconds).toBeGreaterThan(4);
    expect(part.calibrationSeconds).toBeLessThanOrEqual(5);
    expect(part.sources.map(({ name }) => name)).toEqual(['lane camera']);
    const halves = await learn([
      { startSeconds: null, endSeconds: 5 },
      { startSeconds: 5, endSeconds: null },
    ]);
    expect(halves.sources.map(({ id }) => id)).toEqual(['video-0', 'video-1']);
    const { sources, fastest } = decodeProfile(encodeProfile(halves), 'halves');
    expect(sources).toEqual(halves.sources);
    // both are called the same, and are told apart
    for (const { source, sourceId, seconds } of fastest.filter((moment) => moment.seconds !== 5)) {
      expect({ source, sourceId }).toEqual({ source: 'lane camera', sourceId: seconds < 5 ? 'video-0' : 'video-1' });
    }
    expect(new Set(fastest.map(({ sourceId }) => sourceId)).size).toBe(2);
  });

  it('ends after it starts', async () => {
    await expect(learn([{ startSeconds: 8, endSeconds: 5 }])).rejects.toMatchObject({ code: 'bad-request' });
  });
});

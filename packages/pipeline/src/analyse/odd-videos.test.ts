import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Senses } from '../senses.ts';
import { TestBench } from '../testing/test-bench.ts';
import { smallVideo, writeWalkers, type WalkersVideo } from '../testing/walkers-video.ts';
import { analyseVideo } from './analyse-video.ts';

const bench = new TestBench();
afterAll(() => bench[Symbol.dispose]());

const videos: [string, Partial<WalkersVideo>, { frames: number; motion: 'used' | 'absent' }][] = [
  ['one picture', { frames: 1 }, { frames: 1, motion: 'absent' }],
  ['two pictures', { frames: 2 }, { frames: 2, motion: 'absent' }],
  ['nothing that moves', { walkers: 0, frames: 40 }, { frames: 40, motion: 'used' }],
  ['one picture a second', { framesPerSecond: 1, frames: 8 }, { frames: 8, motion: 'absent' }],
  ['two pictures a second', { framesPerSecond: 2, frames: 12 }, { frames: 12, motion: 'used' }],
  ['one second', { framesPerSecond: 25, frames: 25 }, { frames: 10, motion: 'used' }],
  ['60 pictures a second', { framesPerSecond: 60, frames: 120 }, { frames: 20, motion: 'used' }],
  ['portrait pictures', { width: 360, height: 640, frames: 12 }, { frames: 12, motion: 'used' }],
  ['the smallest pictures', { width: 16, height: 16, frames: 30 }, { frames: 30, motion: 'used' }],
  ['very wide pictures', { width: 4800, height: 320, frames: 6 }, { frames: 6, motion: 'used' }],
];

describe('analyseVideo', () => {
  let senses: Senses;
  let release: () => void;
  let released: Promise<void>;
  beforeAll(async () => {
    const ready = Promise.withResolvers<Senses>();
    const over = Promise.withResolvers<void>();
    release = over.resolve;
    released = bench.withSenses(1, (loaded) => {
      ready.resolve(loaded);
      return over.promise;
    });
    senses = await ready.promise;
  });
  afterAll(() => {
    release();
    return released;
  });

  function analyse(file: string, name: string): ReturnType<typeof analyseVideo> {
    return analyseVideo({
      file,
      profile: null,
      budgetIncidentsPerDay: 10,
      senses,
      workFolder: bench.path(`${name}-work`),
      evidenceFolder: bench.path(`${name}-evidence`),
    });
  }

  it.each(videos)('takes a video of %s', async (name, facts, expected) => {
    const file = bench.path(`${name}.mp4`);
    await writeWalkers(file, { ...smallVideo, ...facts });
    const result = await analyse(file, name);
    expect(result.analysedFrames).toBe(expected.frames);
    expect(result.modalities.find(({ modality }) => modality === 'motion')?.state).toBe(expected.motion);
    expect(JSON.stringify(result, nonFinite)).not.toContain('not finite');
    expect(result.timeline.fused.length).toBe(result.timeline.seconds.length);
  });

  it('refuses pictures whose short side shows nothing at analysis size', async () => {
    const file = bench.path('strip.mp4');
    await writeWalkers(file, { ...smallVideo, width: 8000, height: 100, frames: 2 });
    await expect(analyse(file, 'strip')).rejects.toMatchObject({ code: 'picture-size-unsupported' });
  });
});

function nonFinite(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? 'not finite' : value;
}

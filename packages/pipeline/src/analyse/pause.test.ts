import type { AnalysisResult, Incident } from '@vigil/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestBench } from '../testing/test-bench.ts';
import { smallVideo, writeWalkers } from '../testing/walkers-video.ts';
import { analyseVideo, type AnalysisRequest } from './analyse-video.ts';

const bench = new TestBench();
const file = bench.path('walkers.mp4');
let undisturbed: AnalysisResult;

beforeAll(async () => {
  await writeWalkers(file, { ...smallVideo, frames: 200, covered: [120, 170] });
  undisturbed = await analyse({ workFolder: bench.path('undisturbed') });
});
afterAll(() => bench[Symbol.dispose]());

function analyse(changes: Partial<AnalysisRequest> = {}): Promise<AnalysisResult> {
  return bench.withSenses(1, (senses) =>
    analyseVideo({
      file,
      name: 'gate.mp4',
      profile: null,
      budgetIncidentsPerDay: 1000,
      senses,
      workFolder: bench.path('work'),
      evidenceFolder: null,
      ...changes,
    }),
  );
}

describe('an analysis that is paused', () => {
  it('writes a checkpoint where it is and goes on from there', async () => {
    const pause = new AbortController();
    const checkpoints: number[] = [];
    const paused = analyse({
      pause: pause.signal,
      checkpointIntervalMs: Infinity,
      onCheckpoint: (mediaSeconds) => checkpoints.push(mediaSeconds),
      onProgress: ({ mediaSeconds }) => {
        if (mediaSeconds >= 6) pause.abort();
      },
    });
    await expect(paused).rejects.toMatchObject({ name: 'VigilError', code: 'cancelled' });
    expect(checkpoints).toHaveLength(1);
    expect(checkpoints[0]).toBeGreaterThanOrEqual(6);
    expect(checkpoints[0]).toBeLessThan(12);
    const seconds: number[] = [];
    const resumed = await analyse({ onProgress: ({ mediaSeconds }) => seconds.push(mediaSeconds) });
    expect(resumed).toEqual(undisturbed);
    expect(seconds[0]).toBeGreaterThan(6);
  });
});

describe('an analysis', () => {
  it('tells of incidents before it cuts their evidence', async () => {
    const told: { readonly stage: string | undefined; readonly incidents: readonly Incident[] }[] = [];
    let stage: string | undefined;
    const result = await analyse({
      evidenceFolder: bench.path('evidence'),
      onProgress: (progress) => (stage = progress.stage),
      onIncidents: (incidents) => told.push({ stage, incidents }),
    });
    expect(told.map((call) => call.stage)).toEqual(['score']);
    const bare = result.incidents.map((incident) => ({ ...incident, keyFrame: null, clip: null, clipStartSeconds: null }));
    expect(told[0].incidents).toEqual(bare);
    expect(bare.length).toBeGreaterThan(0);
    expect(result.incidents.every(({ clip, keyFrame }) => clip !== null && keyFrame !== null)).toBe(true);
    expect(result.source.file).toBe('gate.mp4');
  });
});

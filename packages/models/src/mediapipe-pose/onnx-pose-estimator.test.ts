import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RgbFrame } from '@vigil/contracts';
import { afterAll, describe, expect, it } from 'vitest';
import { InferencePool } from '../runtime/inference-pool.ts';
import { randomInput } from '../testing/random-input.ts';
import { loadPoseEstimator } from './load-pose-estimator.ts';
import { poseDetectionRecipe, poseLandmarkRecipes } from './pose-recipes.ts';
import { regionOfBox } from './pose-region.ts';

const cacheFolder = mkdtempSync(join(tmpdir(), 'vigil-pose-'));
afterAll(() => rmSync(cacheFolder, { recursive: true }));

const frame: RgbFrame = {
  index: 0,
  timeSeconds: 0,
  width: 120,
  height: 80,
  data: Uint8Array.from(randomInput(120 * 80 * 3, 5), (value) => (value + 1) * 127),
};
const region = regionOfBox({ left: 0.3, top: 0.1, width: 0.3, height: 0.8 }, frame);

describe('OnnxPoseEstimator', () => {
  it('gives landmarks, metres and a next region, the same whatever the number of workers', async () => {
    await using one = new InferencePool({ workers: 1 });
    await using two = new InferencePool({ workers: 2 });
    const alone = await (await loadPoseEstimator(one, cacheFolder)).landmarks(frame, region);
    const estimator = await loadPoseEstimator(two, cacheFolder);
    const shared = await Promise.all([estimator.landmarks(frame, region), estimator.landmarks(frame, region)]);
    expect([alone.landmarks.length, alone.world.length]).toEqual([39 * 5, 33 * 3]);
    expect(alone.nextRegion.width).toBeGreaterThan(0);
    expect(shared).toEqual([alone, alone]);
  });

  it('sees nobody in noise', async () => {
    await using pool = new InferencePool({ workers: 1 });
    const estimator = await loadPoseEstimator(pool, cacheFolder);
    expect(await estimator.detect(frame)).toEqual([]);
    expect((await estimator.landmarks(frame, region)).score).toBeLessThan(0.5);
  });

  it('names the versions of the two models that it runs', async () => {
    await using pool = new InferencePool({ workers: 1 });
    const { versions } = await loadPoseEstimator(pool, cacheFolder);
    expect(Object.keys(versions)).toEqual(['pose-detection', 'pose-landmark-lite']);
    expect(Object.values(versions)).toEqual([expect.stringMatching(/^0\.5\./), expect.stringMatching(/^0\.5\./)]);
  });

  it('can be called off, and is gone from the pool after disposal', async () => {
    await using pool = new InferencePool({ workers: 1 });
    const estimator = await loadPoseEstimator(pool, cacheFolder);
    const signal = AbortSignal.abort();
    await expect(estimator.landmarks(frame, region, { signal })).rejects.toMatchObject({ code: 'cancelled' });
    await expect(estimator.detect(frame, { signal })).rejects.toMatchObject({ code: 'cancelled' });
    const nowhere = { ...region, width: 0, height: 0 };
    await expect(estimator.landmarks(frame, nowhere)).rejects.toMatchObject({ code: 'picture-size-unsupported' });
    await estimator[Symbol.asyncDispose]();
    await expect(estimator.landmarks(frame, region)).rejects.toMatchObject({ code: 'model-unavailable' });
    await expect(estimator.detect(frame)).rejects.toMatchObject({ code: 'model-unavailable' });
  });
});

describe('pose recipes', () => {
  it.each([poseDetectionRecipe, poseLandmarkRecipes.heavy])('$name refuses what are not its weights', async ({ build }) => {
    expect(() => build(new Uint8Array(64))).toThrow(expect.objectContaining({ code: 'model-invalid' }));
  });
});

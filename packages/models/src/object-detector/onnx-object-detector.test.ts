import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RgbFrame } from '@vigil/contracts';
import { afterAll, describe, expect, it } from 'vitest';
import { InferencePool } from '../runtime/inference-pool.ts';
import { randomInput } from '../testing/random-input.ts';
import { loadObjectDetector } from './load-object-detector.ts';
import { tilesFor } from './tiles.ts';

const cacheFolder = mkdtempSync(join(tmpdir(), 'vigil-detector-'));
afterAll(() => rmSync(cacheFolder, { recursive: true }));

const frame: RgbFrame = {
  index: 0,
  timeSeconds: 0,
  width: 120,
  height: 80,
  data: Uint8Array.from(randomInput(120 * 80 * 3, 5), (value) => (value + 1) * 127),
};
const tiles = tilesFor(frame.width, frame.height, true);

describe('OnnxObjectDetector', () => {
  it('gives features for each tile that was asked for, the same whatever the number of workers', async () => {
    await using one = new InferencePool({ workers: 1 });
    await using two = new InferencePool({ workers: 2 });
    const alone = await (await loadObjectDetector(one, cacheFolder)).detect(frame, { tiles, leastScore: 0.05 });
    const shared = await (await loadObjectDetector(two, cacheFolder)).detect(frame, { tiles, leastScore: 0.05 });
    expect(alone.tiles.map(({ box }) => box)).toEqual(tiles);
    expect(alone.tiles.map(({ block12 }) => block12.data.length)).toEqual([19 * 19 * 96, 19 * 19 * 96]);
    expect(alone.detections.length).toBeGreaterThan(0);
    expect(shared).toEqual(alone);
    const second = await (await loadObjectDetector(two, cacheFolder)).detect(frame, { tiles: tiles.slice(1) });
    expect(second.tiles).toEqual(alone.tiles.slice(1));
  });

  it('leaves the features out where they are not wanted', async () => {
    await using pool = new InferencePool({ workers: 1 });
    const detector = await loadObjectDetector(pool, cacheFolder);
    const full = await detector.detect(frame, { leastScore: 0.05 });
    const lean = await detector.detect(frame, { leastScore: 0.05, appearance: false });
    expect(lean).toEqual({ tiles: [], detections: full.detections, faint: [] });
  });

  it('can be called off, and is gone from the pool after disposal', async () => {
    await using pool = new InferencePool({ workers: 1 });
    const detector = await loadObjectDetector(pool, cacheFolder);
    const called = detector.detect(frame, { tiles, signal: AbortSignal.abort() });
    await expect(called).rejects.toMatchObject({ code: 'cancelled' });
    await expect(detector.runTile(new Uint8Array(12))).rejects.toMatchObject({ code: 'picture-size-unsupported' });
    await detector[Symbol.asyncDispose]();
    await expect(detector.detect(frame)).rejects.toMatchObject({ code: 'model-unavailable' });
  });
});

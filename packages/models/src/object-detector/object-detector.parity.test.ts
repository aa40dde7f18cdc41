import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFloatNpy } from '../../../../tools/reference-files/npy.ts';
import { readRgbPng } from '../../../../tools/reference-files/png.ts';
import { InferencePool } from '../runtime/inference-pool.ts';
import { loadObjectDetector } from './load-object-detector.ts';
import type { OnnxObjectDetector } from './onnx-object-detector.ts';

const folder = new URL('../../../../../shared/reference/object-detector/', import.meta.url).pathname;

interface Recorded {
  cases: { case: string; detections: { label: string; score: number; corners: [number, number, number, number] }[] }[];
}

describe.skipIf(!existsSync(folder))('object detector against native LiteRT (needs ../shared/reference)', () => {
  const recorded: Recorded = existsSync(folder)
    ? (JSON.parse(readFileSync(join(folder, 'detections.json'), 'utf8')) as Recorded)
    : { cases: [] };
  const cacheFolder = mkdtempSync(join(tmpdir(), 'vigil-models-'));
  const pool = new InferencePool({ workers: 1 });
  let detector: OnnxObjectDetector;

  beforeAll(async () => {
    detector = await loadObjectDetector(pool, cacheFolder);
  });
  afterAll(async () => {
    await pool[Symbol.asyncDispose]();
    rmSync(cacheFolder, { recursive: true });
  });

  it.each(recorded.cases.map((one) => one.case))('%s: boxes, logits and block-12 features to 1e-3', async (name) => {
    const answer = await detector.runTile(readRgbPng(join(folder, `${name}.png`)).data);
    expect(largestDifference(answer.boxes, reference(`${name}-boxes`))).toBeLessThan(1e-3);
    expect(largestDifference(answer.classes, reference(`${name}-classes`))).toBeLessThan(1e-3);
    expect(largestDifference(answer.block12?.data ?? new Float32Array(), reference(`${name}-block12`))).toBeLessThan(1e-3);
  });

  it.each(recorded.cases)('$case: the same detections', async ({ case: name, detections: expected }) => {
    const picture = readRgbPng(join(folder, `${name}.png`));
    const { detections } = await detector.detect({ index: 0, timeSeconds: 0, ...picture });
    expect(detections.map(({ label }) => label)).toEqual(expected.map(({ label }) => label));
    detections.forEach(({ score, box }, index) => {
      expect(score).toBeCloseTo(expected[index].score, 3);
      const corners = [box.left, box.top, box.left + box.width, box.top + box.height];
      corners.forEach((corner, side) => expect(corner).toBeCloseTo(expected[index].corners[side], 3));
    });
  });

  function reference(name: string): Float32Array {
    return readFloatNpy(join(folder, `${name}.npy`)).data;
  }
});

function largestDifference(a: Float32Array, b: Float32Array): number {
  expect(a.length).toBe(b.length);
  return a.reduce((largest, value, index) => Math.max(largest, Math.abs(value - b[index])), 0);
}

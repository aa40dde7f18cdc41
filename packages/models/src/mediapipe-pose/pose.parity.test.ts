import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RgbFrame } from '@vigil/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRgbPng } from '../../../../tools/reference-files/png.ts';
import { InferencePool } from '../runtime/inference-pool.ts';
import { poseDistances, quantile } from '../testing/pose-distance.ts';
import { readRecordedCases, type RecordedCase, type RecordedResult, toRegion } from '../testing/recorded-pose.ts';
import { loadPoseEstimator } from './load-pose-estimator.ts';
import type { OnnxPoseEstimator } from './onnx-pose-estimator.ts';
import type { PoseDetection } from './pose-detection.ts';
import { type PoseAnswer, poseScoreThreshold } from './pose-estimator.ts';
import { poseVariants } from './pose-recipes.ts';
import { regionOfDetection } from './region-of-detection.ts';

const folder = new URL('../../../../../shared/reference/pose/', import.meta.url).pathname;
const cases = readRecordedCases(folder);
const bodies = cases.filter(({ results }) => results[0].detection !== undefined);
const cacheFolder = mkdtempSync(join(tmpdir(), 'vigil-pose-'));
const pool = new InferencePool({ workers: 1 });
afterAll(async () => {
  await pool[Symbol.asyncDispose]();
  rmSync(cacheFolder, { recursive: true });
});

function frameOf(one: RecordedCase): RgbFrame {
  return { index: 0, timeSeconds: 0, ...readRgbPng(join(folder, one.image)) };
}

describe.skipIf(!existsSync(folder))('pose detector against MediaPipe (needs ../shared/reference)', () => {
  let estimator: OnnxPoseEstimator;
  beforeAll(async () => {
    estimator = await loadPoseEstimator(pool, cacheFolder, 'lite');
  });
  afterAll(() => estimator[Symbol.asyncDispose]());

  it('has pictures with and without people', () => expect([bodies.length, cases.length]).toEqual([13, 14]));

  it.each(bodies)('$name: score, box, key points and region', async (one) => {
    const frame = frameOf(one);
    const [detection] = await estimator.detect(frame);
    const { detection: expected, roi } = one.results[0];
    if (expected === undefined || roi === undefined) throw new Error('nothing was recorded');
    const isUncertain = ['head-out-of-image', 'lying-rejected'].includes(one.name);
    expect(Math.abs(detection.score - expected.score)).toBeLessThan(isUncertain ? 0.03 : 0.01);
    expect(valuesOf(detection)).toEqual([...expected.box, ...expected.keypoints.flat()].map((value) => expect.closeTo(value, 3)));
    const region = regionOfDetection(detection, frame);
    const side = roi.size[0] * frame.width;
    const [across, down] = [(region.centerX - roi.centre[0]) * frame.width, (region.centerY - roi.centre[1]) * frame.height];
    expect(Math.hypot(across, down) / side).toBeLessThan(0.005);
    expect(Math.abs(region.width / roi.size[0] - 1)).toBeLessThan(0.005);
    expect(Math.abs(region.rotationRadians - roi.rotationRadians)).toBeLessThan((0.5 * Math.PI) / 180);
  });

  it.each(bodies)('$name: the region of the recorded key points to 2e-5', (one) => {
    for (const { detection, roi } of one.results) {
      if (detection === undefined || roi === undefined) throw new Error('nothing was recorded');
      const keyPoints = detection.keypoints.map(([x, y]) => ({ x, y }));
      const region = regionOfDetection({ score: 1, box: { left: 0, top: 0, width: 0, height: 0 }, keyPoints }, one);
      const distances = Object.entries(toRegion(roi)).map(([name, value]) => value - region[name as keyof typeof region]);
      expect(Math.max(...distances.map(Math.abs))).toBeLessThan(2e-5);
    }
  });

  it('finds nobody where MediaPipe finds nobody', async () => {
    const empty = cases.filter((one) => !bodies.includes(one));
    expect(await Promise.all(empty.map((one) => estimator.detect(frameOf(one))))).toEqual([[]]);
  });
});

describe.skipIf(!existsSync(folder)).each(poseVariants)(
  'pose landmarks, %s, against MediaPipe (needs ../shared/reference)',
  (variant) => {
    let estimator: OnnxPoseEstimator;
    beforeAll(async () => {
      estimator = await loadPoseEstimator(pool, cacheFolder, variant);
    });
    afterAll(() => estimator[Symbol.asyncDispose]());

    it('are the same from the recorded regions', async () => {
      const [image, world, scores, visibilities]: number[][] = [[], [], [], []];
      for (const [one, result] of resultsOf(variant)) {
        if (result.roi === undefined || result.poseScore === undefined) continue;
        const answer = await estimator.landmarks(frameOf(one), toRegion(result.roi), { kernel: 9 });
        scores.push(Math.abs(answer.score - result.poseScore));
        if (!result.detected) continue;
        const distances = poseDistances(answer, result, one);
        image.push(...distances.image);
        world.push(...distances.world);
        visibilities.push(largestVisibilityDifference(answer, result));
      }
      expect(scores.length).toBe(13);
      expect(Math.max(...scores)).toBeLessThan(0.02);
      expect(Math.max(...visibilities)).toBeLessThan(0.03);
      expect(quantile(image, 0.5)).toBeLessThan(0.05);
      expect(quantile(image, 0.95)).toBeLessThan(0.3);
      expect(quantile(image, 1)).toBeLessThan(variant === 'lite' ? 3 : 1);
      expect(quantile(world, 0.5)).toBeLessThan(0.3);
      expect(quantile(world, 0.95)).toBeLessThan(1);
    });

    it('are the same from end to end', async () => {
      const [image, world]: number[][] = [[], []];
      const found: Record<string, boolean> = {};
      const farOff: string[] = [];
      for (const [one, result] of resultsOf(variant)) {
        const frame = frameOf(one);
        const [detection] = await estimator.detect(frame);
        const answer =
          detection === undefined ? null : await estimator.landmarks(frame, regionOfDetection(detection, frame), { kernel: 9 });
        found[one.name] = (answer?.score ?? 0) > poseScoreThreshold;
        if (answer === null || !result.detected || !result.sane) continue;
        const distances = poseDistances(answer, result, one);
        const largest = Math.max(1, 2 * (result.noise.landmarkPercentMax ?? 0));
        if (
          quantile(distances.image, 0.5) > 0.5 ||
          quantile(distances.image, 1) > largest ||
          quantile(distances.world, 0.5) > 1.5
        )
          farOff.push(one.name);
        image.push(...distances.image);
        world.push(...distances.world);
      }
      expect(found).toEqual(Object.fromEntries(resultsOf(variant).map(([{ name }, { detected }]) => [name, detected])));
      expect(farOff).toEqual([]);
      expect(quantile(image, 0.5)).toBeLessThan(0.15);
      expect(quantile(image, 0.95)).toBeLessThan(variant === 'lite' ? 2 : 0.6);
      expect(quantile(world, 0.5)).toBeLessThan(0.6);
    });
  },
);

describe.skipIf(!existsSync(folder))('pose landmarks with the kernel of 7 against MediaPipe (needs ../shared/reference)', () => {
  it('move as its graph moves them, those that give the next region too', async () => {
    await using estimator = await loadPoseEstimator(pool, cacheFolder, 'lite');
    const [image, circle]: number[][] = [[], []];
    for (const [one, result] of resultsOf('lite')) {
      if (result.roi === undefined || result.kernel7 === undefined) continue;
      const answer = await estimator.landmarks(frameOf(one), toRegion(result.roi));
      image.push(...poseDistances(answer, result, one, result.kernel7.landmarks).image);
      result.kernel7.auxiliaryLandmarks.forEach(([x, y], index) => {
        const at = (33 + index) * 5;
        circle.push(Math.hypot(answer.landmarks[at] - x, answer.landmarks[at + 1] - y));
      });
    }
    expect(quantile(image, 0.5)).toBeLessThan(0.05);
    expect(quantile(image, 0.95)).toBeLessThan(0.3);
    expect(quantile(circle, 0.8)).toBeLessThan(0.0005);
  });
});

function resultsOf(variant: string): [RecordedCase, RecordedResult][] {
  return cases.flatMap((one) =>
    one.results.filter(({ model }) => model === variant).map((result): [RecordedCase, RecordedResult] => [one, result]),
  );
}

function valuesOf({ box, keyPoints }: PoseDetection): number[] {
  return [box.left, box.top, box.width, box.height, ...keyPoints.flatMap(({ x, y }) => [x, y])];
}

function largestVisibilityDifference({ landmarks }: PoseAnswer, result: RecordedResult): number {
  return Math.max(...(result.landmarks ?? []).map((row, index) => Math.abs(row[3] - landmarks[index * 5 + 3])));
}

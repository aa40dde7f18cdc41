import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BoundingBox, RgbFrame } from '@vigil/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRgbPng } from '../../../../tools/reference-files/png.ts';
import { InferencePool } from '../runtime/inference-pool.ts';
import { poseDistances, quantile } from '../testing/pose-distance.ts';
import { readRecordedCases, type RecordedCase } from '../testing/recorded-pose.ts';
import { loadPoseEstimator } from './load-pose-estimator.ts';
import { lookAtPerson } from './look-at-person.ts';
import type { OnnxPoseEstimator } from './onnx-pose-estimator.ts';
import type { PoseAnswer } from './pose-estimator.ts';

const folder = new URL('../../../../../shared/reference/pose/', import.meta.url).pathname;

describe.skipIf(!existsSync(folder))('lookAtPerson on labelled pictures (needs ../shared/reference)', () => {
  const cases = readRecordedCases(folder);
  const cacheFolder = mkdtempSync(join(tmpdir(), 'vigil-pose-'));
  const pool = new InferencePool({ workers: 1 });
  let estimator: OnnxPoseEstimator;
  beforeAll(async () => {
    estimator = await loadPoseEstimator(pool, cacheFolder);
  });
  afterAll(async () => {
    await pool[Symbol.asyncDispose]();
    rmSync(cacheFolder, { recursive: true });
  });

  it.each(['standing', 'from-behind', 'sitting-side', 'falling-sideways', 'lying-side', 'lying-curled', 'lying-two-people'])(
    '%s: from the box alone within 3 percent of the heavy model, and from the region of the last look',
    async (name) => {
      const one = caseOf(name);
      const [frame, box] = [frameOf(one), boxOf(one)];
      const first = measured(await lookAtPerson(estimator, frame, box, null));
      const second = measured(await lookAtPerson(estimator, frame, box, first.nextRegion));
      for (const answer of [first, second])
        expect(quantile(poseDistances(answer, one.results[2], one).image, 0.5)).toBeLessThan(3);
    },
  );

  it('looks afresh where the known region lies elsewhere', async () => {
    const one = caseOf('lying-two-people');
    const elsewhere = { centerX: 0.1, centerY: 0.1, width: 0.5, height: 0.6, rotationRadians: 0 };
    const fresh = measured(await lookAtPerson(estimator, frameOf(one), boxOf(one), null));
    expect(measured(await lookAtPerson(estimator, frameOf(one), boxOf(one), elsewhere))).toEqual(fresh);
  });

  it('says that a person is too small, or that there is none', async () => {
    const frame = frameOf(caseOf('nobody'));
    const speck = { left: 0.5, top: 0.5, width: 20 / frame.width, height: 59 / frame.height };
    expect(await lookAtPerson(estimator, frame, speck, null)).toEqual({ state: 'unavailable', reason: 'too-small' });
    const pavement = { left: 0.3, top: 0.3, width: 0.2, height: 0.6 };
    expect(await lookAtPerson(estimator, frame, pavement, null)).toEqual({ state: 'unavailable', reason: 'not-found' });
  });

  function caseOf(name: string): RecordedCase {
    const found = cases.find((one) => one.name === name);
    if (found === undefined) throw new Error(`there is no picture ${name}`);
    return found;
  }

  function frameOf(one: RecordedCase): RgbFrame {
    return { index: 0, timeSeconds: 0, ...readRgbPng(join(folder, one.image)) };
  }
});

/** Around the landmarks of the heavy model inside the picture, as a detector of objects would draw it. */
function boxOf({ results }: RecordedCase): BoundingBox {
  const inside = (results[2].landmarks ?? []).map(([x, y]) => [Math.min(Math.max(x, 0), 1), Math.min(Math.max(y, 0), 1)]);
  const [left, right] = [Math.min(...inside.map(([x]) => x)), Math.max(...inside.map(([x]) => x))];
  const [top, bottom] = [Math.min(...inside.map(([, y]) => y)), Math.max(...inside.map(([, y]) => y))];
  return { left, top, width: right - left, height: bottom - top };
}

function measured(pose: Awaited<ReturnType<typeof lookAtPerson>>): PoseAnswer {
  if (pose.state !== 'measured') throw new Error(`the pose is ${pose.reason}`);
  return pose.answer;
}

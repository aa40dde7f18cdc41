import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RgbFrame } from '@vigil/contracts';
import { openFrames } from '@vigil/media';
import { InferencePool, loadPoseEstimator, type OnnxPoseEstimator, PoseTracker, type TrackedPose } from '@vigil/models';
import { poseDistances, quantile, readRecordedSequence, type RecordedFrame, type RecordedSequence } from '@vigil/models/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const reference = new URL('../../../../../shared/reference/pose/', import.meta.url).pathname;
const data = new URL('../../../../../shared/data/', import.meta.url).pathname;
const allFramesPerSecond = 1000;

describe.skipIf(!existsSync(reference) || !existsSync(data))(
  'one person followed through a video, against MediaPipe (needs ../shared/data and ../shared/reference)',
  () => {
    const cacheFolder = mkdtempSync(join(tmpdir(), 'vigil-pose-'));
    const pool = new InferencePool({ workers: 1 });
    let estimator: OnnxPoseEstimator;
    beforeAll(async () => {
      estimator = await loadPoseEstimator(pool, cacheFolder, 'full');
    });
    afterAll(async () => {
      await pool[Symbol.asyncDispose]();
      rmSync(cacheFolder, { recursive: true });
    });

    it('a fall: never lost, the detector looks once', async () => {
      const { sequence, followed } = await follow('sequence');
      expect(followed.map(({ pose }) => pose !== null)).toEqual(sequence.frames.map(({ detected }) => detected));
      expect(followed.flatMap(({ detection }, index) => (detection === null ? [] : [index]))).toEqual([0]);
      const distances = followed.flatMap((seen, index) => distancesOf(seen, sequence.frames[index], sequence));
      expect(quantile(distances, 0.5)).toBeLessThan(0.3);
      expect(quantile(distances, 0.95)).toBeLessThan(2.5);
    });

    it('a fall that is lost once and found again', async () => {
      const { sequence, followed } = await follow('sequence-lost');
      const at = (frameIndex: number): number => frameIndex - sequence.firstFrame;
      const lost = followed.flatMap(({ pose }, index) => (pose === null ? [index] : []));
      expect(lost.length).toBe(1);
      expect(lost[0]).toBeGreaterThanOrEqual(at(28));
      expect(lost[0]).toBeLessThanOrEqual(at(30));
      const looks = followed.flatMap(({ detection }, index) => (detection === null ? [] : [index]));
      expect(looks).toEqual([0, lost[0] + 1]);
      const before = followed.slice(0, at(26)).flatMap((seen, index) => distancesOf(seen, sequence.frames[index], sequence));
      expect(quantile(before, 0.5)).toBeLessThan(0.3);
      expect(quantile(before, 0.95)).toBeLessThan(2.5);
      const medians = followed
        .slice(at(35))
        .map((seen, index) => quantile(distancesOf(seen, sequence.frames[at(35) + index], sequence), 0.5));
      expect(Math.max(...medians)).toBeLessThan(1);
    });

    async function follow(name: string): Promise<{ sequence: RecordedSequence; followed: TrackedPose[] }> {
      const sequence = readRecordedSequence(reference, name);
      if (sequence === null) throw new Error(`${name}.json is missing`);
      await using source = await openFrames(join(data, sequence.clip), {
        analysisFramesPerSecond: allFramesPerSecond,
        colourShortSidePixels: sequence.height,
      });
      const tracker = new PoseTracker(estimator, { kernel: 9 });
      const followed: TrackedPose[] = [];
      for await (const frame of source) {
        const recorded = sequence.frames[frame.index - sequence.firstFrame];
        if (recorded === undefined) {
          if (frame.index > sequence.firstFrame) break;
          continue;
        }
        const colour = await frame.colour();
        expectSamePicture(colour, recorded);
        followed.push(await tracker.next({ ...colour, timeSeconds: recorded.timestampMicroseconds / 1e6 }));
      }
      expect(followed.length).toBe(sequence.frames.length);
      return { sequence, followed };
    }
  },
);

function expectSamePicture({ data: pixels }: RgbFrame, recorded: RecordedFrame): void {
  const sums = [0, 0, 0];
  pixels.forEach((value, index) => (sums[index % 3] += value));
  const differences = sums.map((sum, channel) => Math.abs(sum / (pixels.length / 3) - recorded.rgbMean[channel]));
  expect(Math.max(...differences)).toBeLessThan(0.5);
}

function distancesOf({ pose }: TrackedPose, recorded: RecordedFrame, sequence: RecordedSequence): number[] {
  return pose === null || !recorded.detected ? [] : poseDistances(pose, recorded, sequence).image;
}

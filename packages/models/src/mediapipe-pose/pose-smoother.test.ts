import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PoseAnswer } from './pose-estimator.ts';
import { PoseSmoother } from './pose-smoother.ts';
import { regionOfLandmarks } from './region-of-landmarks.ts';
import { readRecordedSequence, type RecordedFrame, toRegion, unfilteredAnswer } from '../testing/recorded-pose.ts';

const folder = new URL('../../../../../shared/reference/pose/', import.meta.url).pathname;
const picture = { width: 200, height: 100 };

function answerAt(shift: number): PoseAnswer {
  const landmarks = Float32Array.from({ length: 39 * 5 }, (_, index) => (index % 5 < 2 ? 0.3 + index / 1000 + shift : 0.5));
  landmarks.set([0.5 + shift, 0.6], 33 * 5);
  landmarks.set([0.5 + shift, 0.2], 34 * 5);
  const world = Float32Array.from({ length: 33 * 3 }, (_, index) => index / 100 + shift);
  return { score: 1, landmarks, world, nextRegion: regionOfLandmarks(landmarks, picture) };
}

describe('PoseSmoother', () => {
  it('hands the first picture of a person through, and follows the next one only in part', () => {
    const smoother = new PoseSmoother();
    const first = smoother.smooth(answerAt(0), picture, 4);
    expect(first.landmarks).toEqual(answerAt(0).landmarks.slice(0, 35 * 5));
    const second = smoother.smooth(answerAt(0.001), picture, 4.2);
    const moved = second.landmarks[0] - first.landmarks[0];
    expect(moved).toBeGreaterThan(0);
    expect(moved).toBeLessThan(0.001);
  });

  it('hands places through where the time is not later', () => {
    const smoother = new PoseSmoother();
    smoother.smooth(answerAt(0), picture, 4);
    expect(smoother.smooth(answerAt(0.1), picture, 4).landmarks[0]).toBeCloseTo(answerAt(0.1).landmarks[0], 6);
  });

  it('goes on from a snapshot as if it had never stopped', () => {
    const smoother = new PoseSmoother();
    smoother.smooth(answerAt(0), picture, 0);
    smoother.smooth(answerAt(0.01), picture, 0.2);
    const snapshot = structuredClone(smoother.snapshot());
    const expected = smoother.smooth(answerAt(0.03), picture, 0.4);
    expect(new PoseSmoother(snapshot).smooth(answerAt(0.03), picture, 0.4)).toEqual(expected);
  });

  it('starts places in the picture afresh after a loss, and lets visibility and metres go on', () => {
    const smoother = new PoseSmoother();
    smoother.smooth(answerAt(0), picture, 0);
    smoother.lose();
    const next = smoother.smooth(answerAt(0.2), picture, 0.2);
    expect(next.landmarks[0]).toBeCloseTo(answerAt(0.2).landmarks[0], 6);
    expect(next.world[0]).toBeLessThan(0.2);
  });
});

describe.skipIf(!existsSync(folder))('smoothing against MediaPipe, from recorded landmarks (needs ../shared/reference)', () => {
  it.each(['sequence', 'sequence-lost'])('%s: each value and the next region to 2e-5', (name) => {
    const sequence = readRecordedSequence(folder, name);
    if (sequence === null) throw new Error(`${name}.json is missing`);
    const smoother = new PoseSmoother();
    let region: ReturnType<typeof toRegion> | null = null;
    let largest = 0;
    for (const frame of sequence.frames) {
      if (region !== null && frame.roi !== undefined && !frame.detectorRan)
        largest = Math.max(largest, ...differences(Object.values(region), Object.values(toRegion(frame.roi))));
      region = null;
      if (!frame.detected) {
        smoother.lose();
        continue;
      }
      const smoothed = smoother.smooth(unfilteredAnswer(frame, sequence), sequence, frame.timestampMicroseconds / 1e6);
      largest = Math.max(largest, ...differencesTo(frame, smoothed));
      region = smoothed.nextRegion;
    }
    expect(largest).toBeLessThan(2e-5);
  });
});

function differencesTo(frame: RecordedFrame, smoothed: ReturnType<PoseSmoother['smooth']>): number[] {
  const places = (rows: readonly (readonly number[])[] | undefined): number[] => (rows ?? []).flatMap((row) => row.slice(0, 3));
  const rows = Array.from({ length: 35 }, (_, landmark) =>
    Array.from(smoothed.landmarks.subarray(landmark * 5, landmark * 5 + 5)),
  );
  return [
    ...differences(places(rows.slice(0, 33)), places(frame.landmarks)),
    ...differences(
      rows.slice(0, 33).map((row) => row[3]),
      (frame.landmarks ?? []).map((row) => row[3]),
    ),
    ...differences(places(rows.slice(33)), places(frame.auxiliaryLandmarks)),
    ...differences([...smoothed.world], (frame.worldLandmarksMetres ?? []).flat()),
  ];
}

function differences(values: readonly number[], expected: readonly number[]): number[] {
  expect(values.length).toBe(expected.length);
  return values.map((value, index) => Math.abs(value - expected[index]));
}

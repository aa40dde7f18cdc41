import { describe, expect, it } from 'vitest';
import type { PersonSample } from '../features/person-sample.ts';
import { makeRecord } from '../testing/records.ts';
import { PoseMeter, type PoseMeasures } from './pose-measure.ts';

/** Somebody in the middle of the picture: torso 0.2 picture heights long, tilted, one wrist at an offset to the right. */
function person(tiltDegrees: number, wristX: number, id = 1): PersonSample {
  const landmarks = new Float32Array(99);
  const put = (number: number, x: number, y: number): void => landmarks.set([x, y, 0.9], 3 * number);
  const tilt = (tiltDegrees * Math.PI) / 180;
  const [shoulderX, shoulderY] = [0.5 + 0.2 * Math.sin(tilt), 0.6 - 0.2 * Math.cos(tilt)];
  for (const number of [11, 12]) put(number, shoulderX, shoulderY);
  for (const number of [23, 24]) put(number, 0.5, 0.6);
  put(15, 0.5 + wristX, 0.5);
  const box = { left: 0.4, top: 0.3, width: 0.2, height: 0.6 };
  return { id, trackId: null, box, state: 'measured', reason: null, confidence: 0.9, landmarks, world: null };
}

function measure(people: readonly (readonly PersonSample[] | null)[], stepSeconds = 0.2, seen = true): (PoseMeasures | null)[] {
  const meter = new PoseMeter(1);
  return people.map((samples, i) => {
    const sightings = seen && i % 3 === 0 ? (samples?.map(({ box }) => ({ box, score: 0.5 })) ?? null) : null;
    return meter.push(makeRecord(i, i * stepSeconds, { people: samples, sightings }));
  });
}

describe('PoseMeter', () => {
  it('measures limbs in lengths of the torso a second once they have been fast for a while', () => {
    const waving = measure([0, 0.1, 0, 0.1, 0].map((x) => [person(0, x)]));
    expect(waving.map((value) => value?.limbs.toFixed(2))).toEqual(['0.00', '0.00', '0.00', '2.50', '2.50']);
  });

  it('is not surprised by a pose that slips for one moment', () => {
    const slip = measure([0, 0, 0, 0.4, 0, 0, 0].map((x) => [person(x > 0 ? 170 : 2, x)]));
    for (const value of slip) {
      expect(value?.limbs).toBe(0);
      expect(value?.posture).toBeLessThan(2.01);
    }
  });

  it('measures how far a torso is tilted, whichever way', () => {
    const tilted = measure([-60, -60, -60].map((tilt) => [person(tilt, 0)]));
    expect(tilted[2]?.posture).toBeCloseTo(60, 3);
    expect(tilted[2]?.posturePersonId).toBe(1);
  });

  it('begins anew after a gap and tells people apart', () => {
    const gap = measure(
      [0, 0.1, 0, 0.1, 0].map((x) => [person(0, x)]),
      1,
    );
    expect(gap[4]?.limbs).toBe(0);
    const two = measure([0, 0.1, 0, 0.1].map((x, i) => [person(0, x, i)]));
    expect(two[3]?.limbs).toBe(0);
  });

  it('does not count a body that the object detector never saw, nor for long after it did', () => {
    const lying = Array.from({ length: 20 }, () => [person(80, 0)]);
    expect(measure(lying, 0.2, false).every((value) => value?.posture === 0)).toBe(true);
    const meter = new PoseMeter(1);
    const last = lying.map((people, i) => {
      const sightings = i === 0 ? people.map(({ box }) => ({ box, score: 0.5 })) : [];
      return meter.push(makeRecord(i, i * 0.2, { people, sightings }));
    });
    expect(last[6]?.posture).toBeCloseTo(80, 3);
    expect(last[7]?.posture).toBe(0);
  });

  it('does not take a body of half the length for the one that was there', () => {
    const near = person(0, 0);
    const unseen: PersonSample = { ...near, state: 'unavailable', reason: 'not-found', landmarks: null };
    const far: PersonSample = { ...person(170, 0), box: { left: 0.4, top: 0.3, width: 0.1, height: 0.2 } };
    const slipped = measure([[near], [near], [unseen], [far], [far], [far], [far]]);
    expect(slipped.at(-1)?.posture).toBe(0);
    expect(measure([[far], [far], [far], [far]]).at(-1)?.posture).toBeCloseTo(170, 3);
  });

  it('tells nobody there from nobody looked for', () => {
    expect(measure([[], null])).toEqual([{ limbs: 0, posture: 0, limbsPersonId: null, posturePersonId: null }, null]);
  });
});

import { describe, expect, it } from 'vitest';
import { measureBody } from './body-measure.ts';
import { boxPosture, type Posture, postureOf } from './body-posture.ts';
import { figureAspect, figureRecords, type Pose } from './testing/stick-figure.ts';

function measure(pose: Partial<Pose>): ReturnType<typeof measureBody> {
  const [{ people }] = figureRecords([{ seconds: 0, ...pose }]);
  const [person] = people ?? [];
  return measureBody(person, 0, figureAspect);
}

describe('postureOf', () => {
  it.each<[Posture, string, Partial<Pose>]>([
    ['upright', 'stands', {}],
    ['upright', 'stands under a camera that looks down', { tilt: 30, heading: 90 }],
    ['upright', 'sits', { hips: 0.45, tilt: 15 }],
    ['between', 'bends down', { hips: 0.85, tilt: 95 }],
    ['low', 'lies along the picture', { hips: 0.12, tilt: 85 }],
    ['low', 'lies towards the camera', { hips: 0.12, tilt: 85, heading: 90 }],
    ['low', 'lies with the head down', { hips: 0.3, tilt: 120 }],
    ['between', 'sits upright on the floor', { hips: 0.1, tilt: 10 }],
    ['low', 'is slumped on the floor', { hips: 0.1, tilt: 35 }],
    ['low', 'is on hands and knees', { hips: 0.4, tilt: 80 }],
  ])('is %s where one %s', (expected, _, pose) => {
    expect(postureOf(measure(pose), null)).toBe(expected);
  });
});

describe('boxPosture', () => {
  it('tells by the shape, and by the height against the upright one', () => {
    const upright = { height: measure({}).height, pose: null };
    expect(boxPosture(measure({}), null)).toBe('upright');
    expect(boxPosture(measure({ hips: 0.12, tilt: 85 }), null)).toBe('unknown');
    expect(boxPosture(measure({ hips: 0.12, tilt: 85 }), upright)).toBe('low');
    expect(boxPosture(measure({ hips: 0.45, tilt: 15 }), upright)).toBe('between');
    expect(boxPosture(measure({}), upright)).toBe('upright');
  });
});

describe('measureBody', () => {
  it('measures metres, degrees and picture heights', () => {
    const { pose, height } = measure({ hips: 0.85, tilt: 30 });
    expect(pose?.tiltDegrees).toBeCloseTo(30, 4);
    expect(pose?.hipHeightMetres).toBeCloseTo(0.85, 4);
    expect(pose?.shoulderHeightMetres).toBeCloseTo(0.85 + 0.5 * Math.cos(Math.PI / 6), 4);
    expect(pose?.lengthHeights).toBeCloseTo((1.25 * 1.35) / 3.4, 4);
    expect(height).toBeGreaterThan(0.4);
    expect(measure({ arms: 1 }).pose?.wristsAboveNoseMetres).toBeGreaterThan(0.2);
    expect(measure({ arms: 0 }).pose?.wristsAboveNoseMetres).toBeLessThan(-0.5);
  });
});

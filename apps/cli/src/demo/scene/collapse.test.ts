import { describe, expect, it } from 'vitest';
import type { BodyPlaces } from './body.ts';
import { placeInCollapse } from './collapse.ts';
import type { FallDirection } from './fall-keys.ts';
import { gaitAngles } from './gait.ts';

const height = 1.7;
const standing = gaitAngles({ place: { x: 0, z: 8 }, headingRadians: 0, walked: 4, stride: 0 }, 'walk', height);

function bodyAt(direction: FallDirection, seconds: number): BodyPlaces {
  return placeInCollapse(standing, direction, seconds, height);
}

describe.each(['forwards', 'backwards'] as const)('somebody who collapses %s', (direction) => {
  it('stands first and lies within a second', () => {
    expect(bodyAt(direction, 0).head[2]).toBeGreaterThan(0.85 * height);
    for (const seconds of [0.8, 1.2, 30]) {
      const { hip, shoulder, head } = bodyAt(direction, seconds);
      for (const [, , up] of [hip, shoulder, head]) expect(up).toBeLessThan(0.2 * height);
    }
    expect(bodyAt(direction, 1.2)).toEqual(bodyAt(direction, 30));
  });

  it('sinks, never faster than what falls freely from that height, and never into the ground', () => {
    let before = bodyAt(direction, 0).hip[2];
    for (let seconds = 0.05; seconds < 0.8; seconds += 0.05) {
      const body = bodyAt(direction, seconds);
      expect(body.hip[2]).toBeLessThanOrEqual(before + 0.02);
      expect((before - body.hip[2]) / 0.05).toBeLessThan(4);
      before = body.hip[2];
      const joints = [body.hip, body.shoulder, body.head, ...body.legs.flat(), ...body.arms.flat()];
      for (const [, , up] of joints) expect(up).toBeGreaterThan(0);
    }
  });

  it('keeps the feet where they stood', () => {
    const feetOf = ({ legs }: BodyPlaces): number => (legs[0][2][0] + legs[1][2][0]) / 2;
    for (const seconds of [0.1, 0.3, 0.5, 0.8, 2]) {
      expect(feetOf(bodyAt(direction, seconds))).toBeCloseTo(feetOf(bodyAt(direction, 0)), 6);
    }
  });
});

import { fallKeys, type FallDirection, type FallKey } from './fall-keys.ts';
import { moveBody, placeBody, type ArmAngles, type BodyAngles, type BodyPlaces, type LegAngles } from './body.ts';

const turnSeconds = 0.75;
const turnRadians = 0.65;

/**
 * Where the joints of somebody are whose legs give way: the knees first, as fast as free fall lets the hip sink, then the trunk, which ends on
 * the ground. The feet stay where they stood.
 *
 * @param standing how the body held itself before
 * @param seconds since the legs gave way
 */
export function placeInCollapse(standing: BodyAngles, direction: FallDirection, seconds: number, height: number): BodyPlaces {
  const body = placeBody(anglesAt([{ seconds: 0, angles: standing }, ...fallKeys[direction]], seconds), height);
  return moveBody(body, feetOf(placeBody(standing, height)) - feetOf(body), 0);
}

/**
 * How far a body has turned while it falls: nobody falls straight. The head ends farther from the camera than the feet.
 *
 * @param headingRadians of the standing body: 0 to the right, a quarter turn away from the camera
 * @returns radians to add to the heading
 */
export function turnInCollapse(headingRadians: number, direction: FallDirection, seconds: number): number {
  const share = Math.min(1, Math.max(0, seconds / turnSeconds));
  const rightwards = Math.cos(headingRadians) >= 0 ? 1 : -1;
  return rightwards * (direction === 'forwards' ? 1 : -1) * turnRadians * share * share;
}

/** Metres from where somebody stood to the middle of where they lie, forwards. */
export function lyingOffset(direction: FallDirection, height: number): number {
  return (direction === 'forwards' ? 0.45 : -0.45) * height;
}

function feetOf({ legs }: BodyPlaces): number {
  return (legs[0][2][0] + legs[1][2][0]) / 2;
}

function anglesAt(keys: readonly FallKey[], seconds: number): BodyAngles {
  const next = keys.findIndex((key) => key.seconds > seconds);
  if (next < 0) return keys[keys.length - 1].angles;
  const [from, to] = [keys[Math.max(0, next - 1)], keys[next]];
  const share = Math.max(0, (seconds - from.seconds) / (to.seconds - from.seconds));
  // Joints give way slowly at first.
  return mix(from.angles, to.angles, next === 1 ? share ** 1.3 : share);
}

function mix(a: BodyAngles, b: BodyAngles, share: number): BodyAngles {
  const between = (from: number, to: number): number => from + (to - from) * share;
  const legs = (index: 0 | 1): LegAngles => ({
    thigh: between(a.legs[index].thigh, b.legs[index].thigh),
    shank: between(a.legs[index].shank, b.legs[index].shank),
    foot: between(a.legs[index].foot, b.legs[index].foot),
  });
  const arms = (index: 0 | 1): ArmAngles => ({
    upper: between(a.arms[index].upper, b.arms[index].upper),
    lower: between(a.arms[index].lower, b.arms[index].lower),
  });
  return {
    torso: between(a.torso, b.torso),
    head: between(a.head, b.head),
    legs: [legs(0), legs(1)],
    arms: [arms(0), arms(1)],
  };
}

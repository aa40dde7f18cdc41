/** A place on a body in metres: forward, to its left-hand side, up. */
export type BodyPlace = readonly [forward: number, side: number, up: number];

/** Joints from the body outwards: shoulder, elbow, wrist, fingers, or hip, knee, ankle, toes. */
export type Limb = readonly BodyPlace[];

/** The body at a moment. */
export interface BodyPlaces {
  readonly hip: BodyPlace;
  readonly shoulder: BodyPlace;
  readonly head: BodyPlace;
  /** Left-hand side first. */
  readonly legs: readonly [Limb, Limb];
  readonly arms: readonly [Limb, Limb];
}

/** Direction of each bone in the plane that divides left from right: radians, 0 hanging straight down, forward positive. */
export interface LegAngles {
  readonly thigh: number;
  readonly shank: number;
  readonly foot: number;
}

/** Direction of each bone of an arm, as in {@link LegAngles}; the hand goes on as the forearm does. */
export interface ArmAngles {
  readonly upper: number;
  readonly lower: number;
}

/** How a body holds itself. */
export interface BodyAngles {
  /** From the hip to the shoulder: radians, 0 upright, forward positive. */
  readonly torso: number;
  /** From the shoulder to the head, as the torso. */
  readonly head: number;
  /** Left-hand side first. */
  readonly legs: readonly [LegAngles, LegAngles];
  readonly arms: readonly [ArmAngles, ArmAngles];
}

/** Which side of a body is nearer to the camera, as an index of its limbs; 0 is the left-hand side. */
export function nearSide(headingRadians: number): 0 | 1 {
  return Math.cos(headingRadians) >= 0 ? 1 : 0;
}

/** Shares of the body's height, after the proportions that drawing manuals give. */
const shares = {
  thigh: 0.245,
  shank: 0.235,
  foot: 0.055,
  torso: 0.3,
  head: 0.125,
  upperArm: 0.17,
  forearm: 0.15,
  hand: 0.05,
  hipSide: 0.05,
  shoulderSide: 0.115,
} as const;

/** How thick the body is around each joint, as shares of its height: it lies on its flesh, not on its bones. */
const flesh = { hip: 0.06, shoulder: 0.062, head: 0.058, joint: 0.02 } as const;

/**
 * Where the joints are: the lowest part of the body is on the ground, the hip above the origin.
 *
 * @param height metres
 */
export function placeBody(angles: BodyAngles, height: number): BodyPlaces {
  const hip: BodyPlace = [0, 0, 0];
  const shoulder = rise(hip, shares.torso * height, angles.torso);
  const head = rise(shoulder, shares.head * height, angles.head);
  const sides = [1, -1] as const;
  const [leftLeg, rightLeg] = sides.map((side, index) => legAt(angles.legs[index], side, height));
  const armsFrom = rise(hip, (shares.torso - 0.02) * height, angles.torso);
  const [leftArm, rightArm] = sides.map((side, index) => armAt(armsFrom, angles.arms[index], side, height));
  const body: BodyPlaces = { hip, shoulder, head, legs: [leftLeg, rightLeg], arms: [leftArm, rightArm] };
  return moveBody(body, 0, -lowestOf(body, height));
}

/** The same body somewhere else. */
export function moveBody(body: BodyPlaces, forward: number, up: number): BodyPlaces {
  const move = (place: BodyPlace): BodyPlace => [place[0] + forward, place[1], place[2] + up];
  const moveAll = ([left, right]: readonly [Limb, Limb]): [Limb, Limb] => [left.map(move), right.map(move)];
  return {
    hip: move(body.hip),
    shoulder: move(body.shoulder),
    head: move(body.head),
    legs: moveAll(body.legs),
    arms: moveAll(body.arms),
  };
}

function lowestOf({ hip, shoulder, head, legs, arms }: BodyPlaces, height: number): number {
  const limbs = [...legs, ...arms].flat().map((place) => place[2] - flesh.joint * height);
  return Math.min(hip[2] - flesh.hip * height, shoulder[2] - flesh.shoulder * height, head[2] - flesh.head * height, ...limbs);
}

function legAt({ thigh, shank, foot }: LegAngles, side: 1 | -1, height: number): Limb {
  const hip: BodyPlace = [0, side * shares.hipSide * height, 0];
  const knee = hang(hip, shares.thigh * height, thigh);
  const ankle = hang(knee, shares.shank * height, shank);
  return [hip, knee, ankle, hang(ankle, shares.foot * height, foot)];
}

function armAt([forward, , up]: BodyPlace, { upper, lower }: ArmAngles, side: 1 | -1, height: number): Limb {
  const shoulder: BodyPlace = [forward, side * shares.shoulderSide * height, up];
  const elbow = hang(shoulder, shares.upperArm * height, upper);
  const wrist = hang(elbow, shares.forearm * height, lower);
  return [shoulder, elbow, wrist, hang(wrist, shares.hand * height, lower)];
}

/** The end of a bone that hangs from a joint, turned forward by an angle. */
function hang([forward, side, up]: BodyPlace, length: number, angle: number): BodyPlace {
  return [forward + length * Math.sin(angle), side, up - length * Math.cos(angle)];
}

/** The end of a bone that stands on a joint, turned forward by an angle. */
function rise([forward, side, up]: BodyPlace, length: number, angle: number): BodyPlace {
  return [forward + length * Math.sin(angle), side, up + length * Math.cos(angle)];
}

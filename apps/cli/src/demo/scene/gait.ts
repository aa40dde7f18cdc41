import type { Posture } from './itinerary.ts';

/** How somebody moves. */
export type Gait = 'walk' | 'run';

/** A place in the body: forward and up from between the feet, metres. */
export type BodyPlace = readonly [forward: number, up: number];

/** An arm or a leg: its joints from the body outwards. */
export interface Limb {
  readonly points: readonly BodyPlace[];
  /** To the left-hand side of the body, metres. */
  readonly side: number;
}

/** The places of a body at a moment. */
export interface BodyPlaces {
  readonly hip: BodyPlace;
  readonly shoulder: BodyPlace;
  readonly head: BodyPlace;
  /** Left-hand side first. */
  readonly legs: readonly [Limb, Limb];
  readonly arms: readonly [Limb, Limb];
}

interface GaitShape {
  /** Metres of two steps of somebody 1.75 m tall. */
  readonly strideMetres: number;
  readonly thighSwing: number;
  readonly restingKnee: number;
  readonly liftedKnee: number;
  readonly armSwing: number;
  readonly elbow: number;
  readonly lean: number;
  readonly hopMetres: number;
}

const shapes: Readonly<Record<Gait, GaitShape>> = {
  walk: {
    strideMetres: 1.42,
    thighSwing: 0.43,
    restingKnee: 0.08,
    liftedKnee: 0.95,
    armSwing: 0.42,
    elbow: 0.28,
    lean: 0.04,
    hopMetres: 0,
  },
  run: {
    strideMetres: 2.7,
    thighSwing: 0.82,
    restingKnee: 0.3,
    liftedKnee: 1.6,
    armSwing: 0.9,
    elbow: 1.5,
    lean: 0.26,
    hopMetres: 0.07,
  },
};

/** Shares of the body's height, after the proportions that drawing manuals give. */
const shares = {
  thigh: 0.245,
  shank: 0.235,
  foot: 0.055,
  ankle: 0.035,
  torso: 0.3,
  head: 0.125,
  upperArm: 0.17,
  forearm: 0.15,
  hand: 0.05,
};

/** The places of a body that swings its limbs as pendulums, in step with the way it has made. */
export function limbsAt({ walked, stride }: Posture, gait: Gait, height: number): BodyPlaces {
  const shape = shapes[gait];
  const phase = (2 * Math.PI * walked) / ((shape.strideMetres * height) / 1.75);
  const legs = [legAt(phase, shape, stride, height), legAt(phase + Math.PI, shape, stride, height)];
  const lowest = Math.min(...legs.flat().map(([, up]) => up));
  const hop = shape.hopMetres * stride * Math.abs(Math.cos(phase));
  const hipUp = hop - lowest + 0.02 * height;
  const lean = shape.lean * stride;
  const along = (length: number): BodyPlace => [length * height * Math.sin(lean), hipUp + length * height * Math.cos(lean)];
  const shoulder = along(shares.torso);
  const arms = [armAt(phase + Math.PI, shape, stride, height), armAt(phase, shape, stride, height)];
  const place = (points: readonly BodyPlace[], forward: number, up: number): BodyPlace[] =>
    points.map(([f, u]) => [forward + f, up + u] as const);
  return {
    hip: [0, hipUp],
    shoulder,
    head: along(shares.torso + shares.head),
    legs: [
      { points: place(legs[0], 0, hipUp), side: 0.05 * height },
      { points: place(legs[1], 0, hipUp), side: -0.05 * height },
    ],
    arms: [
      { points: place(arms[0], shoulder[0], shoulder[1] - 0.02 * height), side: 0.115 * height },
      { points: place(arms[1], shoulder[0], shoulder[1] - 0.02 * height), side: -0.115 * height },
    ],
  };
}

/** Hip, knee, ankle, toes; the hip at the origin. */
function legAt(phase: number, shape: GaitShape, stride: number, height: number): BodyPlace[] {
  const thigh = shape.thighSwing * stride * Math.sin(phase) + (shape.restingKnee * stride) / 2;
  const knee = stride * (shape.restingKnee + (shape.liftedKnee - shape.restingKnee) * Math.max(0, Math.cos(phase)) ** 1.5);
  const shank = thigh - knee;
  const kneePlace = swing([0, 0], shares.thigh * height, thigh);
  const ankle = swing(kneePlace, shares.shank * height, shank);
  const toes = swing(ankle, shares.foot * height, shank + Math.PI / 2 - 0.25);
  return [[0, 0], kneePlace, ankle, toes];
}

/** Shoulder, elbow, wrist, fingers; the shoulder at the origin. */
function armAt(phase: number, shape: GaitShape, stride: number, height: number): BodyPlace[] {
  const upper = shape.armSwing * stride * Math.sin(phase);
  const lower = upper + shape.elbow * (0.3 + 0.7 * stride);
  const elbow = swing([0, 0], shares.upperArm * height, upper);
  const wrist = swing(elbow, shares.forearm * height, lower);
  return [[0, 0], elbow, wrist, swing(wrist, shares.hand * height, lower)];
}

/** The end of a bone that hangs from a joint, turned forward by an angle. */
function swing([forward, up]: BodyPlace, length: number, angle: number): BodyPlace {
  return [forward + length * Math.sin(angle), up - length * Math.cos(angle)];
}

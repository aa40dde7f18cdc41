import { moveBody, nearSide, placeBody, type ArmAngles, type BodyAngles, type BodyPlaces, type LegAngles } from './body.ts';
import type { Posture } from './itinerary.ts';
import type { Luggage } from './outfit.ts';

/** How somebody moves. */
export type Gait = 'walk' | 'run';

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

/** How a body holds itself that swings its limbs as pendulums, in step with the way it has made. */
export function gaitAngles({ walked, stride }: Posture, gait: Gait, height: number): BodyAngles {
  const shape = shapes[gait];
  const phase = phaseOf(walked, shape, height);
  const lean = shape.lean * stride;
  return {
    torso: lean,
    head: lean,
    legs: [legAngles(phase, shape, stride), legAngles(phase + Math.PI, shape, stride)],
    arms: [armAngles(phase + Math.PI, shape, stride), armAngles(phase, shape, stride)],
  };
}

/** How much of its swing an arm keeps that carries something: a heavy suitcase hangs. */
const carriedSwing: Readonly<Record<Luggage, number>> = { none: 1, backpack: 1, handbag: 0.5, suitcase: 0.15 };

/** Where the joints of somebody who walks or runs are. What is carried in a hand is carried on the side that is nearer to the camera. */
export function placeInGait(posture: Posture, gait: Gait, height: number, luggage: Luggage): BodyPlaces {
  const angles = gaitAngles(posture, gait, height);
  const arms: [ArmAngles, ArmAngles] = [...angles.arms];
  const side = nearSide(posture.headingRadians);
  const { upper, lower } = arms[side];
  arms[side] = { upper: carriedSwing[luggage] * upper, lower: carriedSwing[luggage] * lower };
  const body = placeBody({ ...angles, arms }, height);
  const shape = shapes[gait];
  const hop = shape.hopMetres * posture.stride * Math.abs(Math.cos(phaseOf(posture.walked, shape, height)));
  return moveBody(body, 0, hop);
}

/** Metres from one footfall to the next. */
export function stepMetres(gait: Gait, height: number): number {
  return strideOf(shapes[gait], height) / 2;
}

function phaseOf(walked: number, shape: GaitShape, height: number): number {
  return (2 * Math.PI * walked) / strideOf(shape, height);
}

function strideOf({ strideMetres }: GaitShape, height: number): number {
  return (strideMetres * height) / 1.75;
}

function legAngles(phase: number, shape: GaitShape, stride: number): LegAngles {
  const thigh = shape.thighSwing * stride * Math.sin(phase) + (shape.restingKnee * stride) / 2;
  const knee = stride * (shape.restingKnee + (shape.liftedKnee - shape.restingKnee) * Math.max(0, Math.cos(phase)) ** 1.5);
  const shank = thigh - knee;
  return { thigh, shank, foot: shank + Math.PI / 2 - 0.25 };
}

function armAngles(phase: number, shape: GaitShape, stride: number): ArmAngles {
  const upper = shape.armSwing * stride * Math.sin(phase);
  return { upper, lower: upper + shape.elbow * (0.3 + 0.7 * stride) };
}

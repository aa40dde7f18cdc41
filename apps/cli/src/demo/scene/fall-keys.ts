import type { ArmAngles, BodyAngles, LegAngles } from './body.ts';

/** Which way somebody falls whose legs give way. */
export type FallDirection = 'forwards' | 'backwards';

/** How a body holds itself at a moment of a fall. */
export interface FallKey {
  /** Since the legs gave way. */
  readonly seconds: number;
  readonly angles: BodyAngles;
}

const leg = (thigh: number, shank: number, foot: number): LegAngles => ({ thigh, shank, foot });
const arm = (upper: number, lower: number): ArmAngles => ({ upper, lower });

/** Onto the knees, then onto the face. */
const forwards: readonly FallKey[] = [
  {
    seconds: 0.26,
    angles: {
      torso: 0.3,
      head: 0.55,
      legs: [leg(0.8, -0.85, 0.7), leg(0.9, -0.75, 0.8)],
      arms: [arm(-0.1, 0.5), arm(0.1, 0.7)],
    },
  },
  {
    seconds: 0.44,
    angles: {
      torso: 0.62,
      head: 0.8,
      legs: [leg(0.25, -1.5, -1.2), leg(0.4, -1.42, -1)],
      arms: [arm(0.5, 1), arm(0.7, 1.2)],
    },
  },
  {
    seconds: 0.78,
    angles: {
      torso: 1.5,
      head: 1.42,
      legs: [leg(-1.3, -1.62, -1.1), leg(-1.2, -1.7, -1.2)],
      arms: [arm(1.5, 1.75), arm(1, 1.5)],
    },
  },
  {
    seconds: 1.05,
    angles: {
      torso: 1.55,
      head: 1.5,
      legs: [leg(-1.5, -1.55, -1.3), leg(-1.42, -1.62, -1.3)],
      arms: [arm(1.62, 1.85), arm(1.2, 1.7)],
    },
  },
];

/** Onto the seat, then onto the back. */
const backwards: readonly FallKey[] = [
  {
    seconds: 0.26,
    angles: {
      torso: 0.2,
      head: 0.35,
      legs: [leg(0.95, -0.55, 1.3), leg(0.85, -0.6, 1.3)],
      arms: [arm(0.2, 0.5), arm(0.1, 0.4)],
    },
  },
  {
    seconds: 0.46,
    angles: {
      torso: -0.35,
      head: -0.1,
      legs: [leg(1.75, 0.1, 1.5), leg(1.65, 0, 1.45)],
      arms: [arm(-0.95, -0.5), arm(-1.1, -0.6)],
    },
  },
  {
    seconds: 0.78,
    angles: {
      torso: -1.47,
      head: -1.4,
      legs: [leg(1.7, 1.3, 2.6), leg(2, 0.85, 2.2)],
      arms: [arm(1.35, 1.6), arm(1.4, 1.65)],
    },
  },
  {
    seconds: 1.05,
    angles: {
      torso: -1.54,
      head: -1.55,
      legs: [leg(1.6, 1.5, 2.7), leg(2, 0.9, 2.3)],
      arms: [arm(1.5, 1.65), arm(1.45, 1.7)],
    },
  },
];

/** The fall in either direction, in order of time. */
export const fallKeys: Readonly<Record<FallDirection, readonly FallKey[]>> = { forwards, backwards };

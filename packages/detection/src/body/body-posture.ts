import type { BodyMeasure, BodyPose } from './body-measure.ts';

/**
 * `upright`: stands, walks or sits; `low`: lies, or is down on the floor; `between`: bends, crouches, falls; `unknown`: the box alone does not
 * tell.
 */
export type Posture = 'upright' | 'low' | 'between' | 'unknown';

/** Physics of bodies, in metres and degrees. A camera that looks down by thirty degrees tilts everybody by as much. */
const postureLimits = {
  /** A torso up to here is upright ... */
  uprightTiltDegrees: 45,
  /** ... where the shoulders are so high above the feet: someone who sits has 0.75 and more. */
  uprightShoulderMetres: 0.6,
  /** A torso from here on may lie ... */
  lyingTiltDegrees: 50,
  /** ... where the hips are near the level of the feet: someone who bends down keeps them at 0.6 and more. */
  lyingHipMetres: 0.45,
  /** Someone whose hips are so near to the level of the feet ... */
  floorHipMetres: 0.3,
  /** ... and whose shoulders are no higher than this sits or kneels on the floor, however the torso is held. */
  floorShoulderMetres: 0.55,
} as const;

/** A standing person's box is so many times higher than wide. */
const standingAspect = 1.3;
/** A box lower than this share of its upright height is that of somebody who is down, or bends ... */
const downHeight = 0.7;
/** ... and one below this share is down whatever its shape. */
const surelyDownHeight = 0.5;

/** Hips that came down by so much are no longer those of somebody who bends, body lengths. */
const leastHipDrop = 0.25;

/** How a person was when last seen upright. */
export interface UprightBody {
  /** Height of the box, picture heights. */
  readonly height: number;
  /** Null where it was told by the box alone. */
  readonly pose: BodyPose | null;
}

/**
 * How somebody is held.
 *
 * @param upright - the person while upright; null where that was not seen
 */
export function postureOf(measure: BodyMeasure, upright: UprightBody | null): Posture {
  const byBox = boxPosture(measure, upright);
  const { pose } = measure;
  if (!pose) return byBox;
  const byPose = posePosture(pose);
  // a pose that has lost hold of the legs of somebody on the floor still tells that the torso is not upright and the hips are down
  const isTilted = pose.tiltDegrees > postureLimits.uprightTiltDegrees;
  return byPose === 'between' && byBox === 'low' && isTilted && hipDrop(pose, upright) >= leastHipDrop ? 'low' : byPose;
}

function hipDrop({ hipY }: BodyPose, upright: UprightBody | null): number {
  return upright?.pose ? (hipY - upright.pose.hipY) / upright.pose.lengthHeights : 0;
}

function posePosture({ tiltDegrees, hipHeightMetres, shoulderHeightMetres }: BodyPose): Posture {
  if (tiltDegrees >= postureLimits.lyingTiltDegrees && hipHeightMetres <= postureLimits.lyingHipMetres) return 'low';
  if (hipHeightMetres <= postureLimits.floorHipMetres && shoulderHeightMetres <= postureLimits.floorShoulderMetres) return 'low';
  if (tiltDegrees <= postureLimits.uprightTiltDegrees && shoulderHeightMetres >= postureLimits.uprightShoulderMetres)
    return 'upright';
  return 'between';
}

/** What the box of a person alone tells about how the person is held. */
export function boxPosture({ width, height }: BodyMeasure, upright: UprightBody | null): Posture {
  if (upright === null) return height > standingAspect * width ? 'upright' : 'unknown';
  if (width >= height && height <= downHeight * upright.height) return 'low';
  if (height <= surelyDownHeight * upright.height) return 'low';
  return height > standingAspect * width && height >= 0.8 * upright.height ? 'upright' : 'between';
}

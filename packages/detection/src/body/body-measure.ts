import type { BoundingBox } from '@vigil/contracts';
import type { PersonSample } from '../features/person-sample.ts';

const nose = 0;
const shoulders = [11, 12];
const wrists = [15, 16];
const hips = [23, 24];
const knees = [25, 26];
const ankles = [27, 28];

/** Landmarks less visible than this are guesses of the model. */
const leastVisibility = 0.5;
/** A body is so many times longer than torso, thigh and shank together: neck, head and feet come on top. */
const lengthOverSegments = 1.25;

/** How a body is held, as its landmarks tell it. */
export interface BodyPose {
  /** Angle of the torso from upright in space, degrees, 0 to 180. */
  readonly tiltDegrees: number;
  /** Angle of the torso from upright in the picture, degrees, 0 to 180. */
  readonly pictureTiltDegrees: number;
  /** Middle of the hips above the lower ankle, metres; below 0 where the feet are up. */
  readonly hipHeightMetres: number;
  /** Middle of the shoulders above the lower ankle, metres. */
  readonly shoulderHeightMetres: number;
  /** Middle of the shoulders in the picture, picture heights from its top. */
  readonly shoulderY: number;
  /** Middle of the hips in the picture, picture heights from its top. */
  readonly hipY: number;
  /** Torso, legs, head and feet stretched out, picture heights: shorter than the body where it points at the camera. */
  readonly lengthHeights: number;
  /** Whether both ankles are seen: else the legs are a guess, and with them the length. */
  readonly feetSeen: boolean;
  /** By how much both wrists are above the nose, metres; null where they cannot be seen. */
  readonly wristsAboveNoseMetres: number | null;
}

/** One person at one moment. Lengths are picture heights, so that across and down compare. */
export interface BodyMeasure {
  readonly seconds: number;
  readonly box: BoundingBox;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Whether the person was seen with a pose; else the box may be where the person was last seen. */
  readonly isMeasured: boolean;
  /** Null where the pose is unavailable or does not tell how the body is held. */
  readonly pose: BodyPose | null;
}

/** @param aspect - width of the picture divided by its height */
export function measureBody(person: PersonSample, seconds: number, aspect: number): BodyMeasure {
  const { box } = person;
  return {
    seconds,
    box,
    left: box.left * aspect,
    top: box.top,
    width: box.width * aspect,
    height: box.height,
    isMeasured: person.state === 'measured',
    pose: readPose(person, aspect),
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

function readPose({ landmarks, world }: PersonSample, aspect: number): BodyPose | null {
  if (!landmarks || !world) return null;
  const isVisible = (points: readonly number[]): boolean => points.every((point) => landmarks[3 * point + 2] >= leastVisibility);
  // without its torso nothing can be said about how a body is held
  if (!isVisible([...shoulders, ...hips])) return null;
  const inPicture = (points: readonly number[]): Point =>
    middle(points.map((point) => ({ x: landmarks[3 * point] * aspect, y: landmarks[3 * point + 1], z: 0 })));
  const inSpace = (points: readonly number[]): Point =>
    middle(points.map((point) => ({ x: world[3 * point], y: world[3 * point + 1], z: world[3 * point + 2] })));
  const [shoulder, hip] = [inSpace(shoulders), inSpace(hips)];
  const floor = Math.max(...ankles.map((ankle) => world[3 * ankle + 1]));
  const chain = [shoulders, hips, knees, ankles].map(inPicture);
  const wristY = Math.max(...wrists.map((wrist) => world[3 * wrist + 1]));
  return {
    tiltDegrees: degrees(Math.atan2(Math.hypot(shoulder.x - hip.x, shoulder.z - hip.z), hip.y - shoulder.y)),
    pictureTiltDegrees: degrees(Math.atan2(Math.abs(chain[0].x - chain[1].x), chain[1].y - chain[0].y)),
    hipHeightMetres: floor - hip.y,
    shoulderHeightMetres: floor - shoulder.y,
    shoulderY: chain[0].y,
    hipY: chain[1].y,
    lengthHeights: lengthOverSegments * pathLength(chain),
    feetSeen: isVisible(ankles),
    wristsAboveNoseMetres: isVisible([...wrists, nose]) ? world[3 * nose + 1] - wristY : null,
  };
}

function middle(points: readonly Point[]): Point {
  const mean = (read: (point: Point) => number): number => points.reduce((sum, point) => sum + read(point), 0) / points.length;
  return { x: mean(({ x }) => x), y: mean(({ y }) => y), z: mean(({ z }) => z) };
}

function pathLength(points: readonly Point[]): number {
  return points.slice(1).reduce((sum, { x, y }, i) => sum + Math.hypot(x - points[i].x, y - points[i].y), 0);
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}

import type { FeatureRecord } from '../../features/feature-record.ts';
import type { PersonSample } from '../../features/person-sample.ts';
import { makeRecord } from '../../testing/records.ts';

/** How a stick figure of 1.7 m is held. Metres and degrees. */
export interface Pose {
  /** Where it stands, metres to the right. */
  readonly x: number;
  /** Hips above the floor. */
  readonly hips: number;
  /** Torso from upright. */
  readonly tilt: number;
  /** Direction in which the torso tilts: 0 to the right, 90 towards the camera, −90 away from it. */
  readonly heading: number;
  /** 0 arms hang, 1 hands above the head. */
  readonly arms: number;
  /** How far down the picture it came, picture heights; what is below the picture is cut off its box. */
  readonly down: number;
}

/** A pose at a time; between two of them the figure moves evenly, or faster and faster as something that falls. */
export interface Key extends Partial<Pose> {
  readonly seconds: number;
  readonly falls?: boolean;
}

/** The shape of the picture in which figures move. */
export const figureAspect = 4 / 3;
const momentsPerSecond = 5;
const metresPerPictureHeight = 3.4;
const floorY = 0.9;
const [torsoLength, legLength, headLength, armLength] = [0.5, 0.85, 0.28, 0.6];
const standing: Pose = { x: 1, hips: 0.9, tilt: 4, heading: 0, arms: 0, down: 0 };

/** Records of one figure that moves from key to key. */
export function figureRecords(keys: readonly Key[], id = 1): FeatureRecord[] {
  const end = keys.at(-1)?.seconds ?? 0;
  return Array.from({ length: Math.round(end * momentsPerSecond) + 1 }, (_, index) => {
    const seconds = index / momentsPerSecond;
    return makeRecord(index, seconds, { people: [figureSample(poseAt(keys, seconds), id)] });
  });
}

/** The records without the poses from a media time on: the boxes alone are left. */
export function withoutPoses(records: readonly FeatureRecord[], fromSeconds: number): FeatureRecord[] {
  return records.map((record) =>
    record.seconds < fromSeconds ? record : { ...record, people: record.people && record.people.map(boxOnly) },
  );
}

function boxOnly(person: PersonSample): PersonSample {
  return { ...person, state: 'unavailable', reason: 'not-found', confidence: 0, landmarks: null, world: null };
}

function poseAt(keys: readonly Key[], seconds: number): Pose {
  let from: Pose = { ...standing, ...keys[0] };
  for (const [i, key] of keys.entries()) {
    const to = { ...from, ...key };
    const before = keys[i - 1];
    if (before && seconds < key.seconds) {
      const share = (seconds - before.seconds) / (key.seconds - before.seconds);
      return blend(from, to, key.falls ? share ** 2 : share);
    }
    from = to;
  }
  return from;
}

function blend(a: Pose, b: Pose, share: number): Pose {
  const mix = (from: number, to: number): number => from + (to - from) * share;
  return {
    x: mix(a.x, b.x),
    hips: mix(a.hips, b.hips),
    tilt: mix(a.tilt, b.tilt),
    heading: b.heading,
    arms: mix(a.arms, b.arms),
    down: mix(a.down, b.down),
  };
}

type Point = readonly [x: number, y: number, z: number];

function figureSample({ x, hips, tilt, heading, arms, down }: Pose, id: number): PersonSample {
  const [sine, cosine] = [Math.sin(radians(tilt)), Math.cos(radians(tilt))];
  // to the right, up, away from the camera
  const along: Point = [sine * Math.cos(radians(heading)), cosine, -sine * Math.sin(radians(heading))];
  const from = (start: Point, length: number): Point => [
    start[0] + along[0] * length,
    start[1] + along[1] * length,
    start[2] + along[2] * length,
  ];
  const hip: Point = [x, hips, 0];
  const shoulder = from(hip, torsoLength);
  const nose = from(shoulder, headLength);
  const reach = Math.sqrt(Math.max(0, legLength ** 2 - Math.min(hips, legLength) ** 2));
  const ankle: Point = [
    x - reach * Math.cos(radians(heading)),
    Math.max(0, hips - legLength),
    reach * Math.sin(radians(heading)),
  ];
  const knee: Point = [(hip[0] + ankle[0]) / 2, (hip[1] + ankle[1]) / 2, (hip[2] + ankle[2]) / 2];
  const wrist = from(shoulder, armLength * (2 * arms - 1));
  const places: Point[] = Array.from({ length: 33 }, (_, landmark) => {
    if (landmark <= 10) return nose;
    if (landmark <= 12) return shoulder;
    if (landmark <= 22) return wrist;
    if (landmark <= 24) return hip;
    return landmark <= 26 ? knee : ankle;
  });
  const landmarks = new Float32Array(99);
  const world = new Float32Array(99);
  places.forEach(([right, up, away], i) => {
    const side = i % 2 === 0 ? -0.15 : 0.15;
    landmarks.set(
      [(right + side) / metresPerPictureHeight / figureAspect, floorY + down - up / metresPerPictureHeight, 0.99],
      3 * i,
    );
    world.set([right + side - hip[0], hip[1] - up, away - hip[2]], 3 * i);
  });
  const xs = places.map((_, i) => landmarks[3 * i]);
  const ys = places.map((_, i) => landmarks[3 * i + 1]);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const box = { left, top, width: Math.max(...xs) - left, height: Math.max(0.01, Math.min(1, Math.max(...ys)) - top) };
  return { id, trackId: 7, box, state: 'measured', reason: null, confidence: 0.99, landmarks, world };
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

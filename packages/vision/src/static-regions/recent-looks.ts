import type { BoundingBox } from '@vigil/contracts';
import { coveredShare } from '../tracks/rectangle.ts';
import type { DetectedObject } from '../tracks/track.ts';

/** What the detector saw at one look. */
export interface Look {
  readonly seconds: number;
  /** Middles of all objects that were seen, fractions of the picture. */
  readonly places: readonly { readonly x: number; readonly y: number }[];
  readonly people: readonly BoundingBox[];
}

/** Looks are remembered for this long, seconds. */
const memorySeconds = 4;
/** A place was looked at where something was seen within this distance of it, shorter sides of the picture: the detector may look at a part only. */
const nearby = 0.5;
/** Somebody is at a place of which their box covers this share. */
const personShare = 0.3;
/** The detector overlooks somebody now and then, but not so many times on end. */
const leastLooks = 3;

/** Brings the memory of looks up to date; null where the detector did not run. */
export function rememberLooks(
  looks: readonly Look[],
  detections: readonly DetectedObject[] | null,
  labels: readonly string[],
  timeSeconds: number,
): readonly Look[] {
  if (detections === null) return looks;
  const look: Look = {
    seconds: timeSeconds,
    places: detections.map(({ box }) => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 })),
    people: detections.filter(({ label }) => labels.includes(label.toLowerCase())).map(({ box }) => box),
  };
  return [...looks.filter(({ seconds }) => timeSeconds - seconds <= memorySeconds), look];
}

/**
 * Whether the detector looked at a place several times of late and saw nobody there.
 *
 * @param aspect width of the picture divided by its height
 */
export function isSeenEmpty(looks: readonly Look[], place: BoundingBox, aspect: number): boolean {
  const [x, y] = [place.left + place.width / 2, place.top + place.height / 2];
  const shorter = Math.min(aspect, 1);
  const near = looks.filter(({ places }) =>
    places.some((seen) => Math.max(Math.abs(seen.x - x) * aspect, Math.abs(seen.y - y)) <= nearby * shorter),
  );
  return near.length >= leastLooks && near.every(({ people }) => people.every((box) => coveredShare(place, box) < personShare));
}

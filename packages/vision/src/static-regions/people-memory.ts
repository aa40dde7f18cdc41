import { intersectionOverUnion, type BoundingBox } from '@vigil/contracts';
import type { DetectedObject } from '../tracks/track.ts';

/** Where the detector last saw somebody. */
export interface SeenPerson {
  readonly seconds: number;
  readonly box: BoundingBox;
}

/** Somebody who was seen this recently is still there although the detector missed them since, seconds. */
const memorySeconds = 4;
const maximumPeople = 64;

/**
 * Brings the memory of people up to date. Somebody stays remembered for some seconds, and for as long as nothing moves where they were: a person
 * does not leave without moving, and the detector may not run where nothing does.
 * @param lastMoved when anything last moved in a box, seconds
 */
export function rememberPeople(
  people: readonly SeenPerson[],
  detections: readonly DetectedObject[],
  labels: readonly string[],
  timeSeconds: number,
  lastMoved: (box: BoundingBox) => number,
): SeenPerson[] {
  const seen = detections
    .filter(({ label }) => labels.includes(label.toLowerCase()))
    .map(({ box }) => ({ seconds: timeSeconds, box }));
  const kept = people.filter(
    (person) =>
      seen.every(({ box }) => intersectionOverUnion(box, person.box) < 0.5) &&
      (timeSeconds - person.seconds <= memorySeconds || lastMoved(person.box) <= person.seconds),
  );
  return [...kept, ...seen].slice(-maximumPeople);
}

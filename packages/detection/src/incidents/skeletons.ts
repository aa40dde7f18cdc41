import { type BoundingBox, intersectionOverUnion, type Skeleton } from '@vigil/contracts';
import type { PersonSample } from '../features/person-sample.ts';

/** Bodies shown at most. */
const mostBodies = 4;

/** The measured bodies of a moment, those in a box first; values are rounded to a thousandth of the picture. */
export function skeletonsOf(people: readonly PersonSample[], seconds: number, box: BoundingBox | null): Skeleton[] {
  const overlap = (person: PersonSample): number => (box ? intersectionOverUnion(person.box, box) : 0);
  return people
    .toSorted((a, b) => overlap(b) - overlap(a) || a.id - b.id)
    .flatMap(({ landmarks }) => (landmarks ? [{ seconds, landmarks: points(landmarks) }] : []))
    .slice(0, mostBodies);
}

function points(landmarks: Float32Array): [number, number, number][] {
  const rounded = (value: number): number => Math.round(value * 1000) / 1000;
  return Array.from({ length: 33 }, (_, i) => [
    rounded(landmarks[3 * i]),
    rounded(landmarks[3 * i + 1]),
    rounded(landmarks[3 * i + 2]),
  ]);
}

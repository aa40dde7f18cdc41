import { intersectionOverUnion, type PictureSize } from '@vigil/contracts';
import type { PersonSample, TrackSample } from '@vigil/detection';
import { isTooSmallForPose } from '@vigil/models';
import { overlapOfSmaller } from './people-geometry.ts';
import { unmeasured } from './people-person.ts';

/** A person and a track whose boxes have this in common are one. */
const leastOverlap = 0.3;

/**
 * Tells which tracks the people are, and adds people that only a track shows: too small for their pose to be told, or not found by the pose
 * model. Those have the negative number of their track as id.
 *
 * @param colourSize - of the pictures that the pose model sees
 */
export function joinTracks(
  people: readonly PersonSample[],
  tracks: readonly TrackSample[],
  colourSize: PictureSize,
): PersonSample[] {
  const free = new Set(tracks.filter(({ label }) => label === null || label === 'Person'));
  const joined = people.map((person) => {
    let best: TrackSample | null = null;
    let most = leastOverlap;
    for (const track of free) {
      const overlap = intersectionOverUnion(track.box, person.box);
      if (overlap <= most) continue;
      best = track;
      most = overlap;
    }
    if (!best) return person;
    free.delete(best);
    return { ...person, trackId: best.id };
  });
  const others = [...free].filter(
    ({ label, box }) => label === 'Person' && people.every((person) => overlapOfSmaller(person.box, box) < 0.5),
  );
  return [
    ...joined,
    ...others.map(({ id, box }) => unmeasured(-id, id, box, isTooSmallForPose(box, colourSize) ? 'too-small' : 'not-found')),
  ];
}

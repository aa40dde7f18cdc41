import type { BoundingBox } from '@vigil/contracts';
import { coveredShare } from '../tracks/rectangle.ts';
import type { Track } from '../tracks/track.ts';
import { occupiedShare, type StaticRegionSettings } from './static-region.ts';
import type { TrackMemory } from './track-memory.ts';

/**
 * Tracks of people that rest at a place where the detector sees nobody: they lost their person as others passed, and hold on to what stayed
 * there. What is as large as the person may be the person, in a posture that the detector does not know.
 */
export function findSlippedTracks(
  place: BoundingBox,
  tracks: readonly Track[],
  memory: TrackMemory,
  timeSeconds: number,
  { departedAreaShare, peopleLabels }: StaticRegionSettings,
): ReadonlySet<number> {
  const slipped = tracks.filter((track) => {
    const person = memory.usualBox(track.id, timeSeconds) ?? track.box;
    const isSmaller = place.width * place.height < departedAreaShare * person.width * person.height;
    return isSmaller && peopleLabels.includes(track.label?.toLowerCase() ?? '') && coveredShare(place, track.box) > occupiedShare;
  });
  return new Set(slipped.map(({ id }) => id));
}

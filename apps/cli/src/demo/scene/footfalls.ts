import type { Footfall } from '../sound/footsteps.ts';
import { distanceFromCamera } from './camera.ts';
import type { Itinerary } from './itinerary.ts';

/** A foot is down within this time of the truth, seconds. */
const searchSeconds = 0.02;

/** Where and when somebody's feet meet the ground on a way. */
export function footfallsOf(way: Itinerary, stepMetres: number, weight: number): Footfall[] {
  const footfalls: Footfall[] = [];
  for (let seconds = way.startSeconds, steps = 1; seconds < way.endSeconds; seconds += searchSeconds) {
    const posture = way.at(seconds);
    if (posture === null || posture.walked < steps * stepMetres) continue;
    footfalls.push({ seconds, distanceMetres: distanceFromCamera(posture.place), weight });
    steps++;
  }
  return footfalls;
}

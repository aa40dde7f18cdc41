import type { BoundingBox } from '@vigil/contracts';
import type { Actor } from './actor.ts';
import type { BodyPlaces } from './body.ts';
import { boxAround, project, type GroundPlace } from './camera.ts';
import { lyingOffset, placeInCollapse, turnInCollapse } from './collapse.ts';
import type { FallDirection } from './fall-keys.ts';
import { drawFigure, type PlacedBody } from './figure.ts';
import { footfallsOf } from './footfalls.ts';
import { gaitAngles, placeInGait, stepMetres } from './gait.ts';
import type { Itinerary } from './itinerary.ts';
import type { Outfit } from './outfit.ts';

/** What is thick around the joints, as a share of the height. */
const fleshShare = 0.06;

/** Somebody who walks to where the way ends, stays, and whose legs give way at `collapseSeconds`. They lie until the end. */
export function collapsingActor(
  way: Itinerary,
  outfit: Outfit,
  collapseSeconds: number,
  direction: FallDirection,
  endSeconds: number,
): Actor {
  const { height } = outfit;
  const placedAt = (seconds: number): PlacedBody | null => {
    if (seconds >= endSeconds) return null;
    const posture = way.at(Math.min(seconds, collapseSeconds));
    if (posture === null) return null;
    const { place, headingRadians } = posture;
    const since = seconds - collapseSeconds;
    const body: BodyPlaces =
      since <= 0
        ? placeInGait(posture, 'walk', height, 'none')
        : placeInCollapse(gaitAngles(posture, 'walk', height), direction, since, height);
    return { place, headingRadians: headingRadians + turnInCollapse(headingRadians, direction, since), body };
  };
  return {
    startSeconds: way.startSeconds,
    endSeconds,
    footfalls: footfallsOf(way, stepMetres('walk', height), 1),
    reachMetres: 0.35 * height,
    placeAt: (seconds) => {
      const placed = placedAt(seconds);
      return placed === null || seconds < collapseSeconds ? (placed?.place ?? null) : middleOf(placed, direction, height);
    },
    boxAt: (seconds) => {
      const placed = placedAt(seconds);
      return placed === null ? null : bodyBox(placed, height);
    },
    draw: (canvas, seconds) => {
      const placed = placedAt(seconds);
      if (placed !== null) drawFigure(canvas, placed, outfit, 'none');
    },
  };
}

function middleOf({ place, headingRadians }: PlacedBody, direction: FallDirection, height: number): GroundPlace {
  const forward = lyingOffset(direction, height);
  return { x: place.x + forward * Math.cos(headingRadians), z: place.z + forward * Math.sin(headingRadians) };
}

function bodyBox({ place, headingRadians, body }: PlacedBody, height: number): BoundingBox | null {
  const [forwardX, forwardZ] = [Math.cos(headingRadians), Math.sin(headingRadians)];
  const joints = [body.hip, body.shoulder, body.head, ...body.legs.flat(), ...body.arms.flat()].map(([forward, side, up]) =>
    project({ x: place.x + forward * forwardX - side * forwardZ, z: place.z + forward * forwardZ + side * forwardX }, up),
  );
  return boxAround(joints, fleshShare * height, place.z);
}

import type { BoundingBox } from '@vigil/contracts';
import type { Canvas, Rgb } from '../drawing/canvas.ts';
import type { Footfall } from '../sound/footsteps.ts';
import { standingBox, type GroundPlace } from './camera.ts';
import { drawFigure } from './figure.ts';
import { footfallsOf } from './footfalls.ts';
import { placeInGait, stepMetres, type Gait } from './gait.ts';
import type { Itinerary } from './itinerary.ts';
import { drawStandingSuitcase, suitcaseSize } from './luggage.ts';
import type { Outfit } from './outfit.ts';
import { drawVehicle, vehicleSize } from './vehicle.ts';

/** Something that is in the scene for some time. */
export interface Actor {
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** How far it reaches on the ground around its place, beyond what somebody who walks takes, metres. */
  readonly reachMetres?: number;
  /** Where and when its feet meet the ground, in order of time. */
  readonly footfalls: readonly Footfall[];
  /** Where it stands; null while it is not there. */
  placeAt(seconds: number): GroundPlace | null;
  /** Where it appears; null while it is not in the picture. */
  boxAt(seconds: number): BoundingBox | null;
  draw(canvas: Canvas, seconds: number): void;
}

/** How hard a foot comes down, against a walk. */
const stepWeights: Readonly<Record<Gait, number>> = { walk: 1, run: 1.6 };

/** Somebody who walks or runs. A suitcase is put down at `putDownSeconds`, where there is one. */
export function figureActor(way: Itinerary, outfit: Outfit, gait: Gait, putDownSeconds = Infinity): Actor {
  const placeAt = (seconds: number): GroundPlace | null => way.at(seconds)?.place ?? null;
  return {
    startSeconds: way.startSeconds,
    endSeconds: way.endSeconds,
    footfalls: footfallsOf(way, stepMetres(gait, outfit.height), stepWeights[gait]),
    placeAt,
    boxAt: (seconds) => boxOf(placeAt(seconds), 0.5 * outfit.height, 1.02 * outfit.height),
    draw: (canvas, seconds) => {
      const posture = way.at(seconds);
      if (posture === null) return;
      const { place, headingRadians } = posture;
      const luggage = seconds < putDownSeconds ? outfit.luggage : 'none';
      const body = placeInGait(posture, gait, outfit.height, luggage);
      drawFigure(canvas, { place, headingRadians, body }, outfit, luggage);
    },
  };
}

/** A vehicle on its way to the left or right. */
export function vehicleActor(way: Itinerary, colour: Rgb): Actor {
  const placeAt = (seconds: number): GroundPlace | null => way.at(seconds)?.place ?? null;
  return {
    startSeconds: way.startSeconds,
    endSeconds: way.endSeconds,
    footfalls: [],
    placeAt,
    boxAt: (seconds) => boxOf(placeAt(seconds), vehicleSize.length, vehicleSize.height),
    draw: (canvas, seconds) => {
      const posture = way.at(seconds);
      if (posture === null) return;
      drawVehicle(canvas, posture.place, Math.cos(posture.headingRadians) >= 0 ? 1 : -1, posture.walked, colour);
    },
  };
}

/** A suitcase that stands on the ground. */
export function suitcaseActor(place: GroundPlace, startSeconds: number, endSeconds: number, colour: Rgb): Actor {
  const placeAt = (seconds: number): GroundPlace | null => (seconds >= startSeconds && seconds < endSeconds ? place : null);
  return {
    startSeconds,
    endSeconds,
    footfalls: [],
    placeAt,
    boxAt: (seconds) => boxOf(placeAt(seconds), suitcaseSize.width, suitcaseSize.height),
    draw: (canvas, seconds) => {
      if (placeAt(seconds) !== null) drawStandingSuitcase(canvas, place, colour);
    },
  };
}

function boxOf(place: GroundPlace | null, width: number, height: number): BoundingBox | null {
  return place === null ? null : standingBox(place, width, height);
}

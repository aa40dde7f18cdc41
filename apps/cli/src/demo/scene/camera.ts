import type { BoundingBox, PictureSize } from '@vigil/contracts';
import type { Point } from '../drawing/canvas.ts';

/** Size of the scene's pictures in pixels. */
export const sceneSize: PictureSize = { width: 640, height: 360 };

/** A place on the ground in metres: `x` to the right of the camera, `z` away from it. */
export interface GroundPlace {
  readonly x: number;
  readonly z: number;
}

/** Focal length in pixels: a horizontal field of view of 63 degrees. */
const focalLength = 520;
/** Height of the camera over the ground, metres. */
const cameraHeight = 4.2;
/** Row of the horizon: the camera looks down a little. */
const horizonRow = 62;

/** Pixels a metre at a distance from the camera. */
export function pixelsPerMetre(z: number): number {
  return focalLength / z;
}

/** Where a place `up` metres over the ground appears. */
export function project({ x, z }: GroundPlace, up = 0): Point {
  const scale = pixelsPerMetre(z);
  return { x: sceneSize.width / 2 + x * scale, y: horizonRow + (cameraHeight - up) * scale };
}

/** The place on the ground that a pixel shows, or null above the horizon. */
export function groundAt(x: number, y: number): GroundPlace | null {
  if (y <= horizonRow) return null;
  const z = (focalLength * cameraHeight) / (y - horizonRow);
  return { x: ((x - sceneSize.width / 2) * z) / focalLength, z };
}

/** Metres from the camera to a place on the ground. */
export function distanceFromCamera({ x, z }: GroundPlace): number {
  return Math.hypot(x, z, cameraHeight);
}

/** How much a direction (x, z and up) at a place points to the camera: 1 straight at it, −1 away from it. */
export function towardsCamera({ x, z }: GroundPlace, [directionX, directionZ, up]: readonly [number, number, number]): number {
  const away = Math.hypot(x, z, cameraHeight) * Math.hypot(directionX, directionZ, up);
  return (-x * directionX - z * directionZ + cameraHeight * up) / away;
}

/** The box of something that stands on the ground, in fractions of the picture, cut at its edges; null outside of the picture. */
export function standingBox(place: GroundPlace, widthMetres: number, heightMetres: number): BoundingBox | null {
  const feet = project(place);
  const half = (widthMetres / 2) * pixelsPerMetre(place.z);
  const head = project(place, heightMetres);
  return cutBox(feet.x - half, head.y, feet.x + half, feet.y);
}

/** The box of points and what is around them at a distance from the camera, as {@link standingBox} gives it. */
export function boxAround(points: readonly Point[], marginMetres: number, z: number): BoundingBox | null {
  const margin = marginMetres * pixelsPerMetre(z);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return cutBox(Math.min(...xs) - margin, Math.min(...ys) - margin, Math.max(...xs) + margin, Math.max(...ys) + margin);
}

/** A box from pixels to fractions of the picture, cut at its edges; null where less than two pixels remain. */
function cutBox(fromX: number, fromY: number, toX: number, toY: number): BoundingBox | null {
  const [left, right] = [Math.max(0, fromX), Math.min(sceneSize.width, toX)];
  const [top, bottom] = [Math.max(0, fromY), Math.min(sceneSize.height, toY)];
  if (right - left < 2 || bottom - top < 2) return null;
  return {
    left: left / sceneSize.width,
    top: top / sceneSize.height,
    width: (right - left) / sceneSize.width,
    height: (bottom - top) / sceneSize.height,
  };
}

/** How far to the side something is visible at a distance, metres. */
export function visibleHalfWidth(z: number): number {
  return sceneSize.width / 2 / pixelsPerMetre(z);
}

import type { Canvas, Point, Rgb } from '../drawing/canvas.ts';
import { pixelsPerMetre, project, type GroundPlace } from './camera.ts';

/** Size of a suitcase that stands, metres. */
export const suitcaseSize = { width: 0.52, height: 0.64 } as const;

/** A suitcase on the ground, with its handle. */
export function drawStandingSuitcase(canvas: Canvas, place: GroundPlace, colour: Rgb): void {
  const scale = pixelsPerMetre(place.z);
  const feet = project(place);
  canvas.shadow({ x: feet.x + 0.1 * scale, y: feet.y }, 0.4 * scale, 0.09 * scale, 0.45);
  drawSuitcase(canvas, { x: feet.x, y: feet.y - suitcaseSize.height * scale }, scale, 1, colour);
}

/** A suitcase that hangs from its handle. `facing` is 1 for its broad side, near 0 for its narrow one. */
export function drawSuitcase(canvas: Canvas, handle: Point, scale: number, facing: number, colour: Rgb): void {
  const half = 0.5 * (0.2 + (suitcaseSize.width - 0.2) * facing) * scale;
  const top = handle.y + 0.1 * scale;
  const bottom = handle.y + suitcaseSize.height * scale;
  const metal: Rgb = [168, 170, 174];
  canvas.capsule(
    { x: handle.x - 0.35 * half, y: top },
    { x: handle.x - 0.35 * half, y: handle.y },
    0.018 * scale,
    0.018 * scale,
    metal,
  );
  canvas.capsule(
    { x: handle.x + 0.35 * half, y: top },
    { x: handle.x + 0.35 * half, y: handle.y },
    0.018 * scale,
    0.018 * scale,
    metal,
  );
  canvas.capsule(
    { x: handle.x - 0.35 * half, y: handle.y },
    { x: handle.x + 0.35 * half, y: handle.y },
    0.02 * scale,
    0.02 * scale,
    metal,
  );
  canvas.box(handle.x - half, top, handle.x + half, bottom, 0.06 * scale, colour, (along, across) => {
    const rib = Math.abs(across) > 0.55 && Math.abs(across) < 0.7 ? 0.7 : 1;
    return (1.12 - 0.22 * across - 0.12 * along) * rib;
  });
}

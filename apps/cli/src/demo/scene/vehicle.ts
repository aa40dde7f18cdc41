import type { Canvas, Rgb } from '../drawing/canvas.ts';
import { pixelsPerMetre, project, type GroundPlace } from './camera.ts';

/** Size of the vehicle, metres. */
export const vehicleSize = { length: 4.4, height: 1.95 } as const;

const wheelRadius = 0.33;
const glass: Rgb = [52, 66, 80];
const tyre: Rgb = [26, 26, 28];
const rim: Rgb = [172, 174, 178];

/**
 * A delivery van from the side.
 *
 * @param direction 1 to the right, −1 to the left
 * @param travelled metres, for the turn of the wheels
 */
export function drawVehicle(canvas: Canvas, place: GroundPlace, direction: 1 | -1, travelled: number, colour: Rgb): void {
  const scale = pixelsPerMetre(place.z);
  const ground = project(place);
  const x = (forward: number): number => ground.x + direction * forward * scale;
  const y = (up: number): number => ground.y - up * scale;
  const panel = (back: number, front: number, low: number, high: number, radius: number, paint: Rgb): void => {
    const [left, right] = direction > 0 ? [x(back), x(front)] : [x(front), x(back)];
    canvas.box(left, y(high), right, y(low), radius * scale, paint, (along, across) => 1.06 - 0.2 * along - 0.05 * across);
  };
  canvas.shadow({ x: ground.x + 0.2 * scale, y: ground.y + 0.05 * scale }, 2.5 * scale, 0.42 * scale, 0.62);
  panel(-2.2, 1.35, 0.32, 1.95, 0.22, colour);
  panel(0.9, 2.2, 0.32, 1.12, 0.2, colour);
  canvas.capsule({ x: x(1.05), y: y(1.66) }, { x: x(1.72), y: y(1.05) }, 0.26 * scale, 0.16 * scale, colour);
  canvas.capsule({ x: x(1.16), y: y(1.55) }, { x: x(1.62), y: y(1.13) }, 0.14 * scale, 0.09 * scale, glass);
  panel(0.35, 1.0, 1.1, 1.68, 0.08, glass);
  panel(-2.16, 2.16, 0.62, 0.7, 0.02, [48, 50, 54]);
  panel(-1.9, 0.05, 1.02, 1.5, 0.04, [222, 222, 214]);
  panel(2.02, 2.2, 0.72, 0.92, 0.06, [250, 240, 196]);
  panel(-2.22, -2.1, 0.74, 1.0, 0.03, [190, 30, 30]);
  for (const forward of [-1.35, 1.4]) {
    const hub = { x: x(forward), y: y(wheelRadius) };
    canvas.ellipse(hub, wheelRadius * scale, wheelRadius * scale, tyre);
    canvas.ellipse(hub, 0.19 * scale, 0.19 * scale, rim);
    for (let spoke = 0; spoke < 3; spoke++) {
      const angle = (direction * travelled) / wheelRadius + (spoke * 2 * Math.PI) / 3;
      const end = { x: hub.x + 0.17 * scale * Math.cos(angle), y: hub.y + 0.17 * scale * Math.sin(angle) };
      canvas.capsule(hub, end, 0.035 * scale, 0.03 * scale, [96, 98, 102]);
    }
  }
}

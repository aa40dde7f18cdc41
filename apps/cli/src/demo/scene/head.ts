import type { Canvas, Point, Rgb, Shading } from '../drawing/canvas.ts';
import type { BodyPlace } from './body.ts';
import { pixelsPerMetre, project, towardsCamera } from './camera.ts';
import type { PlacedBody } from './figure.ts';
import type { Outfit } from './outfit.ts';

const round: Shading = (_along, across) => 1.04 - 0.2 * across - 0.14 * across * across;
const features: Rgb = [46, 30, 26];

/** Draws neck, hair and face of somebody. The face is seen where it does not look away from the camera. */
export function drawHead(canvas: Canvas, { place, headingRadians, body }: PlacedBody, outfit: Outfit): void {
  const radiusMetres = 0.058 * outfit.height;
  const radius = radiusMetres * outfit.build * pixelsPerMetre(place.z);
  const [forwardX, forwardZ] = [Math.cos(headingRadians), Math.sin(headingRadians)];
  const [shoulder, head] = [body.shoulder, body.head];
  const length = Math.hypot(head[0] - shoulder[0], head[2] - shoulder[2]);
  /** From the neck to the crown. */
  const crown: BodyPlace = [(head[0] - shoulder[0]) / length, 0, (head[2] - shoulder[2]) / length];
  /** Where the face looks. */
  const look: BodyPlace = [crown[2], 0, -crown[0]];

  const at = (towardsCrown: number, towardsFace: number, aside = 0): Point => {
    const reach = (axis: 0 | 2): number => head[axis] + radiusMetres * (towardsCrown * crown[axis] + towardsFace * look[axis]);
    const forward = reach(0);
    const side = aside * radiusMetres;
    const x = place.x + forward * forwardX - side * forwardZ;
    return project({ x, z: place.z + forward * forwardZ + side * forwardX }, reach(2));
  };
  const facing = towardsCamera(place, [look[0] * forwardX, look[0] * forwardZ, look[2]]);

  canvas.capsule(
    at(-1.7, -0.1),
    at(-0.4, 0),
    0.5 * radius,
    0.5 * radius,
    outfit.skin,
    (along, across) => 0.85 * round(along, across),
  );
  canvas.capsule(at(-0.05, -0.18), at(0.3, -0.14), 1.02 * radius, 0.98 * radius, outfit.hair, round);
  if (facing < -0.35) return;
  canvas.capsule(at(-0.5, 0.24), at(0.12, 0.3), 0.66 * radius, 0.8 * radius, outfit.skin, round);
  const dot = (centre: Point, size: number, colour: Rgb): void => canvas.ellipse(centre, size * radius, size * radius, colour);
  // Of a face from the side, only the near eye is seen.
  const sides = facing > 0.5 ? [-0.36, 0.36] : [forwardX >= 0 ? -0.3 : 0.3];
  for (const side of sides) dot(at(0.12, 0.86, side), 0.13, features);
  dot(at(-0.2, 1.12), 0.2, outfit.skin);
  dot(at(-0.6, 0.8), 0.14, [outfit.skin[0] * 0.72, outfit.skin[1] * 0.58, outfit.skin[2] * 0.56]);
  if (facing <= 0.5)
    dot(at(-0.1, 0.02, forwardX >= 0 ? -0.8 : 0.8), 0.2, [outfit.skin[0] * 0.85, outfit.skin[1] * 0.8, outfit.skin[2] * 0.8]);
}

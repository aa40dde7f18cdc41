import type { Canvas, Point, Rgb, Shading } from '../drawing/canvas.ts';
import { pixelsPerMetre, project, type GroundPlace } from './camera.ts';
import type { Gait } from './gait.ts';
import { limbsAt, type Limb } from './gait.ts';
import type { Posture } from './itinerary.ts';
import { drawSuitcase } from './luggage.ts';
import type { Luggage, Outfit } from './outfit.ts';

const round: Shading = (_along, across) => 1.04 - 0.26 * across - 0.12 * across * across;
const stripes: Shading = (along, across) => round(along, across) * (Math.sin(along * 13) > 0.1 ? 1 : 0.68);

/** Draws somebody in motion or at rest, with the shadow. */
export function drawFigure(canvas: Canvas, posture: Posture, outfit: Outfit, gait: Gait, luggage: Luggage): void {
  const { place, headingRadians } = posture;
  const { height, build } = outfit;
  const scale = pixelsPerMetre(place.z);
  const forwardX = Math.cos(headingRadians);
  const forwardZ = Math.sin(headingRadians);
  /** Body coordinates to pixels: forward, to the left-hand side, up, in metres. */
  const at = (forward: number, side: number, up: number): Point =>
    project({ x: place.x + forward * forwardX - side * forwardZ, z: place.z + forward * forwardZ + side * forwardX }, up);
  const body = limbsAt(posture, gait, height);
  drawShadow(canvas, place, scale, height);

  const frontal = Math.abs(forwardZ);
  const thick = (share: number): number => share * height * build * scale;
  const limb = ({ points, side }: Limb, radii: readonly number[], colours: readonly Rgb[]): void => {
    for (let i = points.length - 2; i >= 0; i--) {
      const [a, b] = [points[i], points[i + 1]].map(([forward, up]) => at(forward, side, up));
      canvas.capsule(a, b, thick(radii[i]), thick(radii[i + 1]), colours[i], round);
    }
  };
  const legColours = [outfit.bottom, outfit.bottom, outfit.shoes];
  const armColours = [outfit.top, outfit.top, outfit.skin];
  const leg = (one: Limb): void => limb(one, [0.052, 0.036, 0.024, 0.014], legColours);
  const arm = (one: Limb): void => limb(one, [0.03, 0.025, 0.02, 0.022], armColours);
  // Side +1 is farther from the camera when the way leads to the right.
  const far = forwardX >= 0 ? 0 : 1;
  const near = 1 - far;

  arm(body.arms[far]);
  leg(body.legs[far]);
  leg(body.legs[near]);
  const [hip, shoulder] = [body.hip, body.shoulder].map(([forward, up]) => at(forward, 0, up));
  if (luggage === 'backpack' && forwardZ <= 0.3) drawBackpack(canvas, at(-0.13, 0, body.shoulder[1] - 0.2), thick, outfit);
  canvas.capsule(
    hip,
    shoulder,
    thick(0.062 + 0.018 * frontal),
    thick(0.07 + 0.032 * frontal),
    outfit.top,
    outfit.striped ? stripes : round,
  );
  if (luggage === 'backpack' && forwardZ > 0.3) drawBackpack(canvas, at(-0.13, 0, body.shoulder[1] - 0.2), thick, outfit);
  drawHead(canvas, at(body.head[0], 0, body.head[1]), forwardX, forwardZ, thick, outfit);
  arm(body.arms[near]);
  const hand = body.arms[near].points[3];
  const hold = at(hand[0], body.arms[near].side, hand[1]);
  if (luggage === 'suitcase') drawSuitcase(canvas, hold, scale, Math.abs(forwardX), outfit.luggageColour);
  if (luggage === 'handbag')
    canvas.box(
      hold.x - 0.15 * scale,
      hold.y + 0.05 * scale,
      hold.x + 0.15 * scale,
      hold.y + 0.29 * scale,
      0.05 * scale,
      outfit.luggageColour,
      round,
    );
}

function drawShadow(canvas: Canvas, place: GroundPlace, scale: number, height: number): void {
  const feet = project(place);
  canvas.shadow(
    { x: feet.x + 0.16 * height * scale, y: feet.y + 0.02 * scale },
    0.34 * height * scale,
    0.07 * height * scale,
    0.5,
  );
}

function drawBackpack(canvas: Canvas, centre: Point, thick: (share: number) => number, outfit: Outfit): void {
  canvas.ellipse(centre, thick(0.085), thick(0.13), outfit.luggageColour, (along, across) => round(along, across) - 0.15 * along);
}

function drawHead(
  canvas: Canvas,
  centre: Point,
  forwardX: number,
  forwardZ: number,
  thick: (share: number) => number,
  outfit: Outfit,
): void {
  const radius = thick(0.058);
  canvas.ellipse(
    { x: centre.x - 0.2 * radius * forwardX, y: centre.y - 0.18 * radius },
    1.08 * radius,
    1.16 * radius,
    outfit.hair,
    round,
  );
  if (forwardZ > 0.6) return;
  canvas.ellipse(
    { x: centre.x + 0.28 * radius * forwardX, y: centre.y + 0.2 * radius },
    0.84 * radius,
    0.98 * radius,
    outfit.skin,
    round,
  );
}

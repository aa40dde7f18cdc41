import type { Canvas, Point, Rgb, Shading } from '../drawing/canvas.ts';
import { nearSide, type BodyPlace, type BodyPlaces, type Limb } from './body.ts';
import { pixelsPerMetre, project, type GroundPlace } from './camera.ts';
import { drawHead } from './head.ts';
import { drawSuitcase } from './luggage.ts';
import type { Luggage, Outfit } from './outfit.ts';

/** Where a body is and how it is placed there. */
export interface PlacedBody {
  readonly place: GroundPlace;
  /** Direction of what is forward: 0 to the right, a quarter turn away from the camera. */
  readonly headingRadians: number;
  readonly body: BodyPlaces;
}

/** Body coordinates to pixels. */
type ToPicture = (place: BodyPlace) => Point;

const round: Shading = (_along, across) => 1.04 - 0.26 * across - 0.12 * across * across;
const stripes: Shading = (along, across) => round(along, across) * (Math.sin(along * 13) > 0.1 ? 1 : 0.68);
const shaded: Shading = (along, across) => 0.82 * round(along, across);

/** Draws somebody, with the shadow. */
export function drawFigure(canvas: Canvas, placed: PlacedBody, outfit: Outfit, luggage: Luggage): void {
  const { place, headingRadians, body } = placed;
  const { height, build } = outfit;
  const scale = pixelsPerMetre(place.z);
  const [forwardX, forwardZ] = [Math.cos(headingRadians), Math.sin(headingRadians)];
  const at: ToPicture = ([forward, side, up]) =>
    project({ x: place.x + forward * forwardX - side * forwardZ, z: place.z + forward * forwardZ + side * forwardX }, up);
  drawShadow(canvas, at, body, scale, height);

  const thick = (share: number): number => share * height * build * scale;
  const limb = (points: Limb, radii: readonly number[], colours: readonly Rgb[], shading: Shading): void => {
    for (let i = points.length - 2; i >= 0; i--) {
      canvas.capsule(at(points[i]), at(points[i + 1]), thick(radii[i]), thick(radii[i + 1]), colours[i], shading);
    }
  };
  const leg = (one: Limb, shading: Shading): void =>
    limb(one, [0.052, 0.036, 0.024, 0.014], [outfit.bottom, outfit.bottom, outfit.shoes], shading);
  const arm = (one: Limb, shading: Shading): void =>
    limb(one, [0.03, 0.025, 0.02, 0.022], [outfit.top, outfit.top, outfit.skin], shading);
  const near = nearSide(headingRadians);
  const far = 1 - near;

  arm(body.arms[far], shaded);
  leg(body.legs[far], shaded);
  leg(body.legs[near], round);
  const backpack = (): void => {
    const [forward, , up] = body.shoulder;
    const centre = at([forward - 0.13, 0, up - 0.2]);
    canvas.ellipse(
      centre,
      thick(0.085),
      thick(0.13),
      outfit.luggageColour,
      (along, across) => round(along, across) - 0.15 * along,
    );
  };
  if (luggage === 'backpack' && forwardZ <= 0.3) backpack();
  drawTrunk(canvas, at, thick, body, outfit, far);
  if (luggage === 'backpack' && forwardZ > 0.3) backpack();
  drawHead(canvas, placed, outfit);
  arm(body.arms[near], round);
  const hold = at(body.arms[near][3]);
  if (luggage === 'suitcase') drawSuitcase(canvas, hold, scale, Math.abs(forwardX), outfit.luggageColour);
  if (luggage === 'handbag') drawHandbag(canvas, hold, scale, outfit.luggageColour);
}

/** Hips and chest are wider than deep: a body drawn from its two sides inwards is as wide as it appears from where the camera is. */
function drawTrunk(
  canvas: Canvas,
  at: ToPicture,
  thick: (share: number) => number,
  { hip, shoulder, legs, arms }: BodyPlaces,
  outfit: Outfit,
  far: number,
): void {
  const shading = outfit.striped ? stripes : round;
  const inwards = (from: BodyPlace, to: BodyPlace, share: number): BodyPlace => [from[0], to[1] * share, from[2]];
  for (const side of [far, 1 - far]) {
    const low = inwards(hip, legs[side][0], 0.7);
    const high = inwards(shoulder, arms[side][0], 0.42);
    canvas.capsule(at(low), at(high), thick(0.056), thick(0.06), outfit.top, shading);
  }
  canvas.capsule(at(hip), at(shoulder), thick(0.06), thick(0.068), outfit.top, shading);
}

/** What stands throws its shadow to the side; what lies, beneath itself. */
function drawShadow(
  canvas: Canvas,
  at: ToPicture,
  { hip, shoulder, head, legs }: BodyPlaces,
  scale: number,
  height: number,
): void {
  const upright = Math.min(1, head[2] / (0.8 * height));
  const feet = at([0, 0, 0]);
  const size = height * scale;
  canvas.shadow({ x: feet.x + 0.16 * size, y: feet.y + 0.02 * scale }, 0.34 * size, 0.07 * size, 0.5 * upright);
  const ground = (place: BodyPlace): Point => at([place[0], place[1], 0]);
  const lying = [shoulder, head, hip, legs[0][1], legs[1][1], legs[0][2], legs[1][2]].map(ground);
  for (const { x, y } of lying) canvas.shadow({ x, y: y + 0.03 * size }, 0.2 * size, 0.06 * size, 0.3 * (1 - upright));
}

function drawHandbag(canvas: Canvas, hold: Point, scale: number, colour: Rgb): void {
  const [left, right] = [hold.x - 0.15 * scale, hold.x + 0.15 * scale];
  canvas.box(left, hold.y + 0.05 * scale, right, hold.y + 0.29 * scale, 0.05 * scale, colour, round);
}

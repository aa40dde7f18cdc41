import type { PictureSize } from '@vigil/contracts';

/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** A place in the picture in pixels: x to the right, y down, whole numbers at the corners of pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Gives the shade of a pixel of a shape: 1 is its colour as it is. `along` and `across` are places in the shape, −1 to 1. */
export type Shading = (along: number, across: number) => number;

const flat: Shading = () => 1;

/** A colour picture with anti-aliased shapes: each pixel is covered by as much as its distance to the outline says. */
export class Canvas implements PictureSize {
  readonly width: number;
  readonly height: number;
  /** `[height, width, 3]` row-major red, green, blue, 0 to 255. */
  readonly data: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.data = new Uint8Array(width * height * 3);
  }

  /** A line with round ends whose radius goes from `radiusA` to `radiusB`. */
  capsule(a: Point, b: Point, radiusA: number, radiusB: number, colour: Rgb, shading: Shading = flat): void {
    const dx = b.x - a.x;
    const dy = b.y - a.y;
    const lengthSquared = Math.max(1e-9, dx * dx + dy * dy);
    const length = Math.sqrt(lengthSquared);
    const reach = Math.max(radiusA, radiusB) + 1;
    this.#cover(
      Math.min(a.x, b.x) - reach,
      Math.min(a.y, b.y) - reach,
      Math.max(a.x, b.x) + reach,
      Math.max(a.y, b.y) + reach,
      (x, y) => {
        const share = Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / lengthSquared));
        const radius = radiusA + (radiusB - radiusA) * share;
        const distance = lengthOf(x - a.x - share * dx, y - a.y - share * dy);
        if (distance > radius + 0.5) return 0;
        const across = ((x - a.x) * dy - (y - a.y) * dx) / length / Math.max(radius, 0.5);
        this.#shade = shading(2 * share - 1, Math.min(1, Math.max(-1, across)));
        return radius + 0.5 - distance;
      },
      colour,
    );
  }

  /** An upright ellipse. */
  ellipse(centre: Point, radiusX: number, radiusY: number, colour: Rgb, shading: Shading = flat): void {
    this.#cover(
      centre.x - radiusX - 1,
      centre.y - radiusY - 1,
      centre.x + radiusX + 1,
      centre.y + radiusY + 1,
      (x, y) => {
        const across = (x - centre.x) / radiusX;
        const along = (y - centre.y) / radiusY;
        const scale = lengthOf(across, along);
        if (scale > 1 + 1 / Math.min(radiusX, radiusY)) return 0;
        this.#shade = shading(along, across);
        return (1 - scale) * Math.min(radiusX, radiusY) + 0.5;
      },
      colour,
    );
  }

  /** An upright rectangle with rounded corners. */
  box(left: number, top: number, right: number, bottom: number, radius: number, colour: Rgb, shading: Shading = flat): void {
    const halfWidth = (right - left) / 2;
    const halfHeight = (bottom - top) / 2;
    const round = Math.min(radius, halfWidth, halfHeight);
    this.#cover(
      left - 1,
      top - 1,
      right + 1,
      bottom + 1,
      (x, y) => {
        const across = (x - left - halfWidth) / halfWidth;
        const along = (y - top - halfHeight) / halfHeight;
        const outX = Math.abs(across) * halfWidth - halfWidth + round;
        const outY = Math.abs(along) * halfHeight - halfHeight + round;
        const distance = lengthOf(Math.max(outX, 0), Math.max(outY, 0)) + Math.min(Math.max(outX, outY), 0) - round;
        this.#shade = shading(along, across);
        return 0.5 - distance;
      },
      colour,
    );
  }

  /** Darkens an ellipse whose edge is soft: the shadow of something on the ground. `strength` is 0 to 1. */
  shadow(centre: Point, radiusX: number, radiusY: number, strength: number): void {
    this.#cover(
      centre.x - radiusX,
      centre.y - radiusY,
      centre.x + radiusX,
      centre.y + radiusY,
      (x, y) => {
        const inside = 1 - lengthOf((x - centre.x) / radiusX, (y - centre.y) / radiusY);
        this.#shade = 1;
        return inside <= 0 ? 0 : strength * Math.min(1, 1.6 * inside);
      },
      [12, 14, 22],
    );
  }

  #shade = 1;

  /** Blends a colour over a rectangle; `coverage` gives the share of each pixel and sets its shade. */
  #cover(
    left: number,
    top: number,
    right: number,
    bottom: number,
    coverage: (x: number, y: number) => number,
    colour: Rgb,
  ): void {
    const firstX = Math.max(0, Math.floor(left));
    const lastX = Math.min(this.width - 1, Math.ceil(right));
    const lastY = Math.min(this.height - 1, Math.ceil(bottom));
    for (let y = Math.max(0, Math.floor(top)); y <= lastY; y++) {
      for (let x = firstX, at = 3 * (y * this.width + firstX); x <= lastX; x++, at += 3) {
        const share = Math.min(1, coverage(x + 0.5, y + 0.5));
        if (share <= 0) continue;
        for (let channel = 0; channel < 3; channel++) {
          const wanted = Math.min(255, colour[channel] * this.#shade);
          this.data[at + channel] += Math.round((wanted - this.data[at + channel]) * share);
        }
      }
    }
  }
}

/** As `Math.hypot` for numbers of ordinary size, at a fraction of its time. */
function lengthOf(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}

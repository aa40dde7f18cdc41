import type { BoundingBox, PictureSize } from '@vigil/contracts';

/** A box in picture heights in both directions, so that lengths mean the same along x and y. */
export type Rectangle = BoundingBox;

/** A box of picture fractions in picture heights. */
export function toRectangle(box: BoundingBox, { width, height }: PictureSize): Rectangle {
  const aspect = width / height;
  return { left: box.left * aspect, top: box.top, width: box.width * aspect, height: box.height };
}

/** A box of picture heights in picture fractions. */
export function toBoundingBox(rectangle: Rectangle, { width, height }: PictureSize): BoundingBox {
  const aspect = width / height;
  return { left: rectangle.left / aspect, top: rectangle.top, width: rectangle.width / aspect, height: rectangle.height };
}

/** Area of the overlap of two boxes. */
export function overlapArea(a: BoundingBox, b: BoundingBox): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Share of `inner` that lies within `outer`, 0 to 1. */
export function coveredShare(inner: BoundingBox, outer: BoundingBox): number {
  const area = inner.width * inner.height;
  return area > 0 ? overlapArea(inner, outer) / area : 0;
}

/** Smallest box that holds all of them. */
export function unionBox(boxes: readonly BoundingBox[]): BoundingBox {
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.left + box.width));
  const bottom = Math.max(...boxes.map((box) => box.top + box.height));
  return { left, top, width: right - left, height: bottom - top };
}

/** The box made larger by a share of its own size on every side. */
export function expandBox(box: BoundingBox, share: number): BoundingBox {
  const x = box.width * share;
  const y = box.height * share;
  return { left: box.left - x, top: box.top - y, width: box.width + 2 * x, height: box.height + 2 * y };
}

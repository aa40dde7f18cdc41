import type { BoundingBox } from '@vigil/contracts';

/** A place as it stands in an address: left, top, right and bottom edge as fractions of the picture. */
export function placeText({ left, top, width, height }: BoundingBox): string {
  return [left, top, left + width, top + height].map((edge) => String(Number(clamped(edge).toFixed(3)))).join(',');
}

/** The place that an address names; null where it names none. */
export function placeOf(text: string | null): BoundingBox | null {
  const edges = text?.split(',').map(Number) ?? [];
  if (edges.length !== 4 || !edges.every((edge) => edge >= 0 && edge <= 1)) return null;
  const [left, top, right, bottom] = edges;
  if (right <= left || bottom <= top) return null;
  return { left, top, width: right - left, height: bottom - top };
}

/** The place between two corners, wherever they lie, within the picture. */
export function placeBetween(
  a: { readonly x: number; readonly y: number },
  b: { readonly x: number; readonly y: number },
): BoundingBox {
  const [left, right] = [clamped(Math.min(a.x, b.x)), clamped(Math.max(a.x, b.x))];
  const [top, bottom] = [clamped(Math.min(a.y, b.y)), clamped(Math.max(a.y, b.y))];
  return { left, top, width: right - left, height: bottom - top };
}

/** A place moved, or made larger from its upper left corner; it stays in the picture and visible. */
export function placeChanged(
  { left, top, width, height }: BoundingBox,
  by: { readonly x: number; readonly y: number },
  isResized: boolean,
): BoundingBox {
  if (isResized) {
    return {
      left,
      top,
      width: Math.min(1 - left, Math.max(leastSize, width + by.x)),
      height: Math.min(1 - top, Math.max(leastSize, height + by.y)),
    };
  }
  return {
    left: Math.min(1 - width, Math.max(0, left + by.x)),
    top: Math.min(1 - height, Math.max(0, top + by.y)),
    width,
    height,
  };
}

/** Smaller places cannot be seen. */
export const leastSize = 0.02;

function clamped(value: number): number {
  return Math.min(1, Math.max(0, value));
}

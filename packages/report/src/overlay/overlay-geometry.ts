import type { BoundingBox, PictureSize } from '@vigil/contracts';

/** Colours that stand out on footage, with a dark halo beneath; the same in light and dark pages. */
export const overlayColours = {
  critical: '#ff5d52',
  warning: '#ffb938',
  info: '#6cb6ff',
  track: '#4fe0d2',
  flow: '#ffe45c',
  trunk: '#f4f7fa',
  left: '#ff9d5c',
  right: '#7cc4ff',
  halo: '#0b0f14',
};

/** Width of a fine line on a picture of this size, pixels: one at 480 pixels across. */
export function strokeUnit(size: PictureSize): number {
  return Math.max(0.5, Math.max(size.width, size.height) / 480);
}

/** A coordinate in pixels to a hundredth, which keeps documents small. */
export function pixel(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Corners of a box in pixels, cut to the picture. */
export function boxInPixels(box: BoundingBox, size: PictureSize): { left: number; top: number; width: number; height: number } {
  const left = clamp(box.left) * size.width;
  const top = clamp(box.top) * size.height;
  return {
    left,
    top,
    width: clamp(box.left + box.width) * size.width - left,
    height: clamp(box.top + box.height) * size.height - top,
  };
}

function clamp(fraction: number): number {
  return Math.min(1, Math.max(0, fraction));
}

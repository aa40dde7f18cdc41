import type { PictureSize } from '@vigil/contracts';
import type { Rectangle } from './rectangle.ts';

/** Share of a box (in picture heights) that is foreground in a mask, on every second pixel, 0 to 1. */
export function foregroundFill(mask: Uint8Array, { width, height }: PictureSize, box: Rectangle): number {
  const left = Math.max(0, Math.round(box.left * height));
  const right = Math.min(width, Math.round((box.left + box.width) * height));
  const top = Math.max(0, Math.round(box.top * height));
  const bottom = Math.min(height, Math.round((box.top + box.height) * height));
  let set = 0;
  let count = 0;
  for (let y = top; y < bottom; y += 2) {
    for (let x = left; x < right; x += 2) {
      count++;
      if (mask[y * width + x] !== 0) set++;
    }
  }
  return count > 0 ? set / count : 0;
}

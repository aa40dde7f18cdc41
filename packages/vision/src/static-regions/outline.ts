import type { PictureSize } from '@vigil/contracts';
import type { PixelHistory } from '../background/pixel-history.ts';

/** Strength of the edges along the outline of a region, gray levels a pixel. */
export interface OutlineEdges {
  /** In what is there now. */
  readonly present: number;
  /** In the background. */
  readonly background: number;
}

/**
 * Measures the edges along the outline of a region now and before. An object has edges where it ends: they are in the present picture where it
 * was left, and in the background where it was taken away.
 * @param pixels indices of the region's pixels
 * @param member `[height, width]` 1 at those pixels, else 0
 */
export function measureOutline(
  history: Readonly<PixelHistory>,
  pixels: Int32Array,
  member: Uint8Array,
  picture: PictureSize,
): OutlineEdges {
  const { width, height } = picture;
  const { level, candidateLevel } = history;
  let present = 0;
  let background = 0;
  let count = 0;
  for (const i of pixels) {
    const x = i % width;
    const y = (i - x) / width;
    if (x < 2 || y < 2 || x >= width - 2 || y >= height - 2) continue;
    for (const step of [-1, 1, -width, width]) {
      if (member[i + step] === 1) continue;
      // One pixel further out and in, since an edge in a picture is a ramp of two or three pixels.
      const outside = i + 2 * step;
      const inside = i - step;
      if (member[outside] === 1 || member[inside] === 0) continue;
      present += Math.abs(candidateLevel[inside] - level[outside]);
      background += Math.abs(level[inside] - level[outside]);
      count++;
    }
  }
  return count > 0 ? { present: present / count, background: background / count } : { present: 0, background: 0 };
}

import type { PictureSize } from '@vigil/contracts';
import { detectorInputSize } from '@vigil/models';

/**
 * Long side of the colour pictures that the models look at, pixels: such that the short side is what the detector sees, and its
 * square tiles are cut out of the picture as they are. Pictures are never enlarged.
 *
 * @param size - size of the video's pictures as shown
 */
export function colourLongSidePixels({ width, height }: PictureSize): number {
  return Math.round((detectorInputSize * Math.max(width, height)) / Math.min(width, height));
}

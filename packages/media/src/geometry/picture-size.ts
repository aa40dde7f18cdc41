import type { PictureSize } from '@vigil/contracts';

/** Shortest side of a picture that can be analysed, in pixels. */
const minimumSidePixels = 16;
/** Longest side of a picture that can be analysed, in pixels. */
const maximumSidePixels = 8192;
/** Largest picture that can be analysed, in pixels: 8192 × 4320. */
export const maximumAreaPixels = 8192 * 4320;

/** True where a picture of this size can be analysed. */
export function isSupportedSize(size: PictureSize): boolean {
  const { width, height } = size;
  if (width < minimumSidePixels || height < minimumSidePixels) return false;
  return width <= maximumSidePixels && height <= maximumSidePixels && width * height <= maximumAreaPixels;
}

/** The sizes that can be analysed, for an error line. */
export const supportedSizes = `from ${minimumSidePixels}×${minimumSidePixels} to ${maximumSidePixels} pixels a side and ${maximumAreaPixels} pixels in all`;

/**
 * Size of stored pictures when shown with square pixels.
 *
 * @param sampleAspectRatio Width of a stored pixel divided by its height; 1 for square ones.
 */
export function squarePixelSize(stored: PictureSize, sampleAspectRatio: number): PictureSize {
  return { width: Math.max(1, Math.round(stored.width * sampleAspectRatio)), height: stored.height };
}

/** The largest size of the same shape whose long side is at most `longSidePixels`, never enlarged, both sides even and at least 2. */
export function fitLongSide(size: PictureSize, longSidePixels: number): PictureSize {
  const scale = Math.min(1, longSidePixels / Math.max(size.width, size.height));
  const side = (pixels: number): number => {
    const largestEven = 2 * Math.floor(Math.min(pixels, longSidePixels) / 2);
    return Math.max(2, Math.min(largestEven, 2 * Math.round((pixels * scale) / 2)));
  };
  return { width: side(size.width), height: side(size.height) };
}

/** The largest size of the same shape whose short side is at most `shortSidePixels`, as {@link fitLongSide}. */
export function fitShortSide(size: PictureSize, shortSidePixels: number): PictureSize {
  const { width, height } = size;
  return fitLongSide(size, Math.max(1, Math.round((shortSidePixels * Math.max(width, height)) / Math.min(width, height))));
}

/** The same size lying on its side. */
export function transposedSize(size: PictureSize): PictureSize {
  return { width: size.height, height: size.width };
}

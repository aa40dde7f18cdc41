import type { GrayFrame } from '@vigil/contracts';
import { defaultBlobSettings, type Blob, type BlobSettings } from './blob.ts';
import { cleanMask } from './clean-mask.ts';
import { connectedComponents, type Component } from './connected-components.ts';

/**
 * The things in a foreground mask that are large enough to matter, in reading order of their first pixel.
 * @param mask `[height, width]` of mask values
 * @param frame the picture of the same moment, for the tones
 * @param accepts smallest mask value that counts; `maskValues.active` leaves out what is at rest
 */
export function findBlobs(mask: Uint8Array, frame: GrayFrame, accepts: number, settings: Partial<BlobSettings> = {}): Blob[] {
  const { width, height } = frame;
  const { minimumAreaShare, minimumSideShare, joinPixels } = { ...defaultBlobSettings, ...settings };
  const cleaned = new Uint8Array(width * height);
  cleanMask(mask, width, height, accepts, cleaned);
  const minimumArea = minimumAreaShare * width * height;
  const minimumSide = minimumSideShare * height;
  return connectedComponents(cleaned, width, height, joinPixels)
    .filter(
      ({ areaPixels, left, top, right, bottom }) =>
        areaPixels >= minimumArea && Math.min(right - left, bottom - top) >= minimumSide,
    )
    .map((component) => describe(component, frame));
}

function describe(component: Component, { width, height, data }: GrayFrame): Blob {
  const { left, top, right, bottom, areaPixels, runs } = component;
  const sums = [0, 0, 0];
  const counts = [0, 0, 0];
  let sumX = 0;
  let sumY = 0;
  for (const { y, start, end } of runs) {
    const third = Math.min(2, Math.floor((3 * (y - top)) / (bottom - top)));
    counts[third] += end - start;
    sumX += ((end - start) * (start + end)) / 2;
    sumY += (end - start) * (y + 0.5);
    for (let i = y * width + start; i < y * width + end; i++) sums[third] += data[i];
  }
  const mean = (sums[0] + sums[1] + sums[2]) / areaPixels;
  const tone = (third: number): number => (counts[third] > 0 ? sums[third] / counts[third] : mean);
  return {
    box: { left: left / width, top: top / height, width: (right - left) / width, height: (bottom - top) / height },
    areaPixels,
    centroidX: sumX / areaPixels / width,
    centroidY: sumY / areaPixels / height,
    tones: [tone(0), tone(1), tone(2)],
  };
}

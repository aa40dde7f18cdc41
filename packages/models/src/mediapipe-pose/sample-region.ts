import { type RgbFrame, VigilError } from '@vigil/contracts';
import type { PoseRegion } from './pose-region.ts';

/** What lies beyond the picture: black, or the nearest pixel of its edge. */
export type PictureBorder = 'black' | 'edge';

// Places are rounded to 1/32 of a pixel, as OpenCV's warpPerspective does, so that all weights are integers.
const placeBits = 5;
const one = 1 << placeBits;
const weightBits = 2 * placeBits;
const rounding = 1 << (weightBits - 1);
/** Places are within ± this; adding it makes them positive, so that cutting off the fraction rounds down. */
const placeLimit = 2 ** 29;

/**
 * Cuts a turned square out of a picture. Bilinear, from corner to corner: output pixel 0 is the source pixel at the corner of the region, without a
 * shift by half a pixel; values are rounded to 8 bits (as MediaPipe's ImageToTensorCalculator samples; all but one of some fifty thousand values are the same).
 *
 * @param size - side of the output in pixels
 * @param levels - what each of the 256 levels becomes
 * @returns `[3, size, size]` red, green, blue
 * @throws VigilError `picture-size-unsupported` where the region has no area, or is many times as large as a picture can be
 */
export function sampleRegion(
  frame: RgbFrame,
  region: PoseRegion,
  size: number,
  border: PictureBorder,
  levels: Float32Array,
): Float32Array<ArrayBuffer> {
  const { data, width, height } = frame;
  const { cornerX, cornerY, columnX, columnY, rowX, rowY } = placesOf(frame, region, size);
  const plane = size * size;
  const output = new Float32Array(3 * plane);
  const isBlack = border === 'black';
  let target = 0;
  for (let row = 0; row < size; row++) {
    const startX = cornerX + row * rowX + (placeLimit + 0.5);
    const startY = cornerY + row * rowY + (placeLimit + 0.5);
    for (let column = 0; column < size; column++, target++) {
      const x = ((startX + column * columnX) | 0) - placeLimit;
      const y = ((startY + column * columnY) | 0) - placeLimit;
      const left = x >> placeBits;
      const top = y >> placeBits;
      let weightRight = x & (one - 1);
      let weightBelow = y & (one - 1);
      let weightLeft = one - weightRight;
      let weightAbove = one - weightBelow;
      let at = 3 * (top * width + left);
      let right = 3;
      let below = 3 * width;
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) {
        at = 3 * (within(top, height) * width + within(left, width));
        right = 3 * (within(left + 1, width) - within(left, width));
        below = 3 * width * (within(top + 1, height) - within(top, height));
        if (isBlack) {
          if (left < 0 || left >= width) weightLeft = 0;
          if (left < -1 || left >= width - 1) weightRight = 0;
          if (top < 0 || top >= height) weightAbove = 0;
          if (top < -1 || top >= height - 1) weightBelow = 0;
        }
      }
      const a = weightLeft * weightAbove;
      const b = weightRight * weightAbove;
      const c = weightLeft * weightBelow;
      const d = weightRight * weightBelow;
      const atB = at + right;
      const atC = at + below;
      const atD = atC + right;
      const red = a * data[at] + b * data[atB] + c * data[atC] + d * data[atD];
      const green = a * data[at + 1] + b * data[atB + 1] + c * data[atC + 1] + d * data[atD + 1];
      const blue = a * data[at + 2] + b * data[atB + 2] + c * data[atC + 2] + d * data[atD + 2];
      output[target] = levels[(red + rounding) >> weightBits];
      output[target + plane] = levels[(green + rounding) >> weightBits];
      output[target + 2 * plane] = levels[(blue + rounding) >> weightBits];
    }
  }
  return output;
}

function within(place: number, count: number): number {
  return place < 0 ? 0 : place < count ? place : count - 1;
}

/**
 * Where output pixel 0 lies and how far it is to the next one in its row and in its column, in 1/32 of a pixel. Corners are rounded to single precision where
 * OpenCV's RotatedRect does.
 */
function placesOf(
  frame: RgbFrame,
  region: PoseRegion,
  size: number,
): Readonly<Record<'cornerX' | 'cornerY' | 'columnX' | 'columnY' | 'rowX' | 'rowY', number>> {
  const single = Math.fround;
  const centerX = single(single(region.centerX) * frame.width);
  const centerY = single(single(region.centerY) * frame.height);
  const side = single(Math.max(single(region.width) * frame.width, single(region.height) * frame.height));
  const degrees = single((single(region.rotationRadians) * 180) / Math.PI);
  const halfCosine = single(single(Math.cos((degrees * Math.PI) / 180)) * 0.5);
  const halfSine = single(single(Math.sin((degrees * Math.PI) / 180)) * 0.5);
  const [across, along] = [single(halfCosine * side), single(halfSine * side)];
  const bottomLeft = { x: single(single(centerX - along) - across), y: single(single(centerY + across) - along) };
  const topLeft = { x: single(single(centerX + along) - across), y: single(single(centerY - across) - along) };
  const topRight = { x: single(2 * centerX - bottomLeft.x), y: single(2 * centerY - bottomLeft.y) };
  const places = one / size;
  if (!(side > 0 && (Math.abs(centerX) + Math.abs(centerY) + 2 * side) * one < placeLimit)) {
    throw new VigilError(
      'picture-size-unsupported',
      `A body cannot be looked for in ${region.width} × ${region.height} of the picture around ${region.centerX}, ${region.centerY}`,
      { ...region },
    );
  }
  return {
    cornerX: topLeft.x * one,
    cornerY: topLeft.y * one,
    columnX: (topRight.x - topLeft.x) * places,
    columnY: (topRight.y - topLeft.y) * places,
    rowX: (bottomLeft.x - topLeft.x) * places,
    rowY: (bottomLeft.y - topLeft.y) * places,
  };
}

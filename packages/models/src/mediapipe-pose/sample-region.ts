import { type RgbFrame, VigilError } from '@vigil/contracts';
import type { PoseRegion } from './pose-region.ts';

/** What lies beyond the picture: black, or the nearest pixel of its edge. */
export type PictureBorder = 'black' | 'edge';

// Places are rounded to 1/32 of a pixel, as OpenCV's warpPerspective does, so that all weights are integers.
const placeBits = 5;
const one = 1 << placeBits;
const weightBits = 2 * placeBits;
const rounding = 1 << (weightBits - 1);
const placeLimit = 2 ** 30;

/**
 * Cuts a turned square out of a picture. Bilinear, from corner to corner: output pixel 0 is the source pixel at the corner of the region, without a
 * shift by half a pixel; values are rounded to 8 bits (as MediaPipe's ImageToTensorCalculator samples).
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
  const { cornerX, cornerY, columnX, columnY, rowX, rowY } = stepsOf(frame, region, size);
  const plane = size * size;
  const output = new Float32Array(3 * plane);
  const isBlack = border === 'black';
  let target = 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++, target++) {
      const x = Math.floor(cornerX + row * rowX + column * columnX + 0.5);
      const y = Math.floor(cornerY + row * rowY + column * columnY + 0.5);
      const [left, top] = [x >> placeBits, y >> placeBits];
      const [shareX, shareY] = [x & (one - 1), y & (one - 1)];
      const [nearX, farX] = [within(left, width), within(left + 1, width)];
      const [nearY, farY] = [within(top, height) * width, within(top + 1, height) * width];
      let [weightLeft, weightRight, weightTop, weightBottom] = [one - shareX, shareX, one - shareY, shareY];
      if (isBlack) {
        if (left < 0 || left >= width) weightLeft = 0;
        if (left < -1 || left >= width - 1) weightRight = 0;
        if (top < 0 || top >= height) weightTop = 0;
        if (top < -1 || top >= height - 1) weightBottom = 0;
      }
      const [a, b, c, d] = [
        weightLeft * weightTop,
        weightRight * weightTop,
        weightLeft * weightBottom,
        weightRight * weightBottom,
      ];
      const [atA, atB, atC, atD] = [3 * (nearY + nearX), 3 * (nearY + farX), 3 * (farY + nearX), 3 * (farY + farX)];
      const red = a * data[atA] + b * data[atB] + c * data[atC] + d * data[atD];
      const green = a * data[atA + 1] + b * data[atB + 1] + c * data[atC + 1] + d * data[atD + 1];
      const blue = a * data[atA + 2] + b * data[atB + 2] + c * data[atC + 2] + d * data[atD + 2];
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

/** Where output pixel 0 lies and how far it is to the next one in its row and in its column, in 1/32 of a pixel. */
function stepsOf(
  frame: RgbFrame,
  region: PoseRegion,
  size: number,
): Readonly<Record<'cornerX' | 'cornerY' | 'columnX' | 'columnY' | 'rowX' | 'rowY', number>> {
  const stepX = (region.width * frame.width * one) / size;
  const stepY = (region.height * frame.height * one) / size;
  const [cosine, sine] = [Math.cos(region.rotationRadians), Math.sin(region.rotationRadians)];
  const [columnX, columnY] = [stepX * cosine, stepX * sine];
  const [rowX, rowY] = [-stepY * sine, stepY * cosine];
  const cornerX = region.centerX * frame.width * one - ((columnX + rowX) * size) / 2;
  const cornerY = region.centerY * frame.height * one - ((columnY + rowY) * size) / 2;
  const reach = Math.abs(cornerX) + Math.abs(cornerY) + 2 * size * (stepX + stepY);
  if (!(stepX > 0 && stepY > 0 && reach < placeLimit)) {
    throw new VigilError(
      'picture-size-unsupported',
      `A body cannot be looked for in ${region.width} × ${region.height} of the picture around ${region.centerX}, ${region.centerY}`,
      { ...region },
    );
  }
  return { cornerX, cornerY, columnX, columnY, rowX, rowY };
}

import { blockSizePixels } from './block-grid.ts';

/**
 * Adds the squared differences of one pixel row to the sums of its blocks.
 * @param start index of the first pixel of the row
 * @param sums one number a block column
 */
export function addRowEnergy(a: Uint8Array, b: Uint8Array, start: number, width: number, sums: Float64Array): void {
  const whole = width - (width % blockSizePixels);
  let column = 0;
  let at = start;
  for (let x = 0; x < whole; x += blockSizePixels, column++) {
    let sum = 0;
    const end = at + blockSizePixels;
    for (; at < end; at++) {
      const difference = (a[at] - b[at]) | 0;
      sum += Math.imul(difference, difference);
    }
    sums[column] += sum;
  }
  for (; at < start + width; at++) {
    const difference = a[at] - b[at];
    sums[column] += difference * difference;
  }
}

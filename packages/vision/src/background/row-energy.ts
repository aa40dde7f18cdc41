import { blockSizePixels } from './block-grid.ts';

/**
 * Adds the squared differences of one pixel row to the sums of its blocks.
 * @param start index of the first pixel of the row
 * @param sums one number a block column
 */
export function addRowEnergy(a: Uint8Array, b: Uint8Array, start: number, width: number, sums: Float64Array): void {
  let column = 0;
  let at = start;
  // Written out pixel by pixel: this runs for every frame of every source, and the loop over eight pixels costs a third more.
  for (const end = start + width - (width % blockSizePixels); at < end; at += blockSizePixels, column++) {
    sums[column] +=
      square(a[at] - b[at]) +
      square(a[at + 1] - b[at + 1]) +
      square(a[at + 2] - b[at + 2]) +
      square(a[at + 3] - b[at + 3]) +
      square(a[at + 4] - b[at + 4]) +
      square(a[at + 5] - b[at + 5]) +
      square(a[at + 6] - b[at + 6]) +
      square(a[at + 7] - b[at + 7]);
  }
  for (; at < start + width; at++) sums[column] += square(a[at] - b[at]);
}

function square(difference: number): number {
  return Math.imul(difference, difference);
}

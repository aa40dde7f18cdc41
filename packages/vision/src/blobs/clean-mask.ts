import { wordsOf } from './mask-words.ts';

/** A pixel with fewer foreground neighbours than this among the eight around it is a speck. */
const minimumNeighbours = 3;

/**
 * Removes specks and hairs from a mask: a pixel stays when it has the value asked for and at least three of its eight neighbours do too.
 * @param mask `[height, width]`
 * @param accepts smallest value that counts as set
 * @param out `[height, width]` receives 1 and 0
 */
export function cleanMask(mask: Uint8Array, width: number, height: number, accepts: number, out: Uint8Array): void {
  out.fill(0);
  const words = wordsOf(mask);
  for (let y = 1; y < height - 1; y++) {
    for (let i = y * width + 1, end = y * width + width - 1; i < end; i++) {
      if (mask[i] < accepts) {
        if ((i & 3) === 0 && words[i >> 2] === 0) i += 3;
        continue;
      }
      let neighbours = 0;
      if (mask[i - width - 1] >= accepts) neighbours++;
      if (mask[i - width] >= accepts) neighbours++;
      if (mask[i - width + 1] >= accepts) neighbours++;
      if (mask[i - 1] >= accepts) neighbours++;
      if (mask[i + 1] >= accepts) neighbours++;
      if (mask[i + width - 1] >= accepts) neighbours++;
      if (mask[i + width] >= accepts) neighbours++;
      if (mask[i + width + 1] >= accepts) neighbours++;
      if (neighbours >= minimumNeighbours) out[i] = 1;
    }
  }
}

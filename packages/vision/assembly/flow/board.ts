// The refinement works on a checkerboard: pixel (x, y) has colour (x + y) & 1, and the pixels of one colour in one row lie side by
// side, so that all neighbours of a vector of pixels are vectors of the other colour. A board record holds four such pixels: float32
// vectors of the flow u, of v, and of the weight that couples a pixel with its right and its lower neighbour. A board has its red
// records (colour 0) first, black ones `boardColourBytes` later, rows `boardStride` bytes apart, and zeros all around.

/** Bytes of a board record. */
export const boardBytes: i32 = 48;
/** Offset of v in a board record. */
export const offsetV: i32 = 16;
/** Offset of the weight in a board record. */
export const offsetWeight: i32 = 32;

/** Four values that start one to the left of those at `here`. */
export function oneLeft(before: v128, here: v128): v128 {
  return i32x4.shuffle(before, here, 3, 4, 5, 6);
}

/** Four values that start one to the right of those at `here`. */
export function oneRight(here: v128, after: v128): v128 {
  return i32x4.shuffle(here, after, 1, 2, 3, 4);
}

/** Puts the flow of a board back into rows. */
export function mergeBoard(
  width: i32,
  height: i32,
  board: usize,
  boardColourBytes: i32,
  boardStride: i32,
  planeU: usize,
  planeV: usize,
  planeStride: i32,
): void {
  for (let y = 0; y < height; y++) {
    let even = board + (y & 1) * boardColourBytes + y * boardStride;
    let odd = board + (1 - (y & 1)) * boardColourBytes + y * boardStride;
    for (let x = 0; x < width; x += 8) {
      const to = y * planeStride + 4 * x;
      const evenU = v128.load(even);
      const oddU = v128.load(odd);
      const evenV = v128.load(even, offsetV);
      const oddV = v128.load(odd, offsetV);
      v128.store(planeU + to, i32x4.shuffle(evenU, oddU, 0, 4, 1, 5), 0);
      v128.store(planeU + to, i32x4.shuffle(evenU, oddU, 2, 6, 3, 7), 16);
      v128.store(planeV + to, i32x4.shuffle(evenV, oddV, 0, 4, 1, 5), 0);
      v128.store(planeV + to, i32x4.shuffle(evenV, oddV, 2, 6, 3, 7), 16);
      even += boardBytes;
      odd += boardBytes;
    }
  }
}

import { equationBytes } from './equations';

const overRelaxation: f32 = 1.6;

/** One sweep over the pixels of one row and colour. `left…`: row of the other colour, from the left neighbour on. */
function relaxRow(
  slots: i32,
  equation: usize,
  u: usize,
  v: usize,
  weights: usize,
  leftU: usize,
  leftV: usize,
  leftWeights: usize,
  aboveU: usize,
  aboveV: usize,
  aboveWeights: usize,
  belowU: usize,
  belowV: usize,
): void {
  const kept = f32x4.splat(1 - overRelaxation);
  for (let at = 0; at < slots; at += 16) {
    const weight = v128.load(weights + at);
    const leftWeight = v128.load(leftWeights + at);
    const aboveWeight = v128.load(aboveWeights + at);
    const a12 = v128.load(equation, 32);
    const hereV = v128.load(v + at);
    const aroundU = f32x4.add(
      f32x4.mul(weight, f32x4.add(v128.load(leftU + at, 4), v128.load(belowU + at))),
      f32x4.add(f32x4.mul(leftWeight, v128.load(leftU + at)), f32x4.mul(aboveWeight, v128.load(aboveU + at))),
    );
    const sideU = f32x4.sub(f32x4.add(aroundU, v128.load(equation, 48)), f32x4.mul(a12, hereV));
    const newU = f32x4.add(f32x4.mul(sideU, v128.load(equation)), f32x4.mul(kept, v128.load(u + at)));
    v128.store(u + at, newU);
    const aroundV = f32x4.add(
      f32x4.mul(weight, f32x4.add(v128.load(leftV + at, 4), v128.load(belowV + at))),
      f32x4.add(f32x4.mul(leftWeight, v128.load(leftV + at)), f32x4.mul(aboveWeight, v128.load(aboveV + at))),
    );
    const sideV = f32x4.sub(f32x4.add(aroundV, v128.load(equation, 64)), f32x4.mul(a12, newU));
    v128.store(v + at, f32x4.add(f32x4.mul(sideV, v128.load(equation, 16)), f32x4.mul(kept, hereV)));
    equation += equationBytes;
  }
}

/**
 * Red-black successive over-relaxation of the equations. All sweeps run through the rows together, each one row behind the one
 * before it, which gives what sweep after sweep would while the rows stay in the cache.
 */
export function relax(
  width: i32,
  height: i32,
  iterations: i32,
  equations: usize,
  equationColourBytes: i32,
  equationStride: i32,
  boardU: usize,
  boardV: usize,
  boardWeights: usize,
  boardColourBytes: i32,
  boardStride: i32,
): void {
  const slots = 4 * ((width + 1) >> 1);
  const sweeps = 2 * iterations;
  for (let front = 0; front < height + sweeps - 1; front++) {
    const latest = min(front, sweeps - 1);
    for (let sweep = max(0, front - height + 1); sweep <= latest; sweep++) {
      const y = front - sweep;
      const colour = sweep & 1;
      const own = colour * boardColourBytes + y * boardStride;
      const other = (1 - colour) * boardColourBytes + y * boardStride;
      const left = other + 4 * ((y + colour) & 1) - 4;
      const above = other - boardStride;
      const below = other + boardStride;
      relaxRow(
        slots,
        equations + colour * equationColourBytes + y * equationStride,
        boardU + own,
        boardV + own,
        boardWeights + own,
        boardU + left,
        boardV + left,
        boardWeights + left,
        boardU + above,
        boardV + above,
        boardWeights + above,
        boardU + below,
        boardV + below,
      );
    }
  }
}

/** Puts a checkerboard plane back into rows. */
export function mergeBoard(width: i32, height: i32, board: usize, boardColourBytes: i32, boardStride: i32, plane: usize, planeStride: i32): void {
  for (let y = 0; y < height; y++) {
    const evenRow = board + (y & 1) * boardColourBytes + y * boardStride;
    const oddRow = board + (1 - (y & 1)) * boardColourBytes + y * boardStride;
    const row = plane + y * planeStride;
    for (let x = 0; x < width; x += 8) {
      const even = v128.load(evenRow + 2 * x);
      const odd = v128.load(oddRow + 2 * x);
      v128.store(row + 4 * x, i32x4.shuffle(even, odd, 0, 4, 1, 5), 0);
      v128.store(row + 4 * x, i32x4.shuffle(even, odd, 2, 6, 3, 7), 16);
    }
  }
}

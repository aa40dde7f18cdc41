import { boardBytes, offsetV, offsetWeight, oneLeft, oneRight } from './board';
import { equationBytes } from './equations';

const overRelaxation: f32 = 1.6;

/** Relaxes the four pixels of a record, given their neighbours left and right; `above` and `below` are records of the other colour. */
@inline
function relaxFour(
  equation: usize,
  own: usize,
  above: usize,
  below: usize,
  leftU: v128,
  leftV: v128,
  leftWeight: v128,
  rightU: v128,
  rightV: v128,
): void {
  const kept = f32x4.splat(1 - overRelaxation);
  const weight = v128.load(own, offsetWeight);
  const aboveWeight = v128.load(above, offsetWeight);
  const a12 = v128.load(equation, 32);
  const v = v128.load(own, offsetV);
  const aroundU = f32x4.add(
    f32x4.mul(weight, f32x4.add(rightU, v128.load(below))),
    f32x4.add(f32x4.mul(leftWeight, leftU), f32x4.mul(aboveWeight, v128.load(above))),
  );
  const sideU = f32x4.sub(f32x4.add(aroundU, v128.load(equation, 48)), f32x4.mul(a12, v));
  const u = f32x4.add(f32x4.mul(sideU, v128.load(equation)), f32x4.mul(kept, v128.load(own)));
  v128.store(own, u);
  const aroundV = f32x4.add(
    f32x4.mul(weight, f32x4.add(rightV, v128.load(below, offsetV))),
    f32x4.add(f32x4.mul(leftWeight, leftV), f32x4.mul(aboveWeight, v128.load(above, offsetV))),
  );
  const sideV = f32x4.sub(f32x4.add(aroundV, v128.load(equation, 64)), f32x4.mul(a12, u));
  v128.store(own, f32x4.add(f32x4.mul(sideV, v128.load(equation, 16)), f32x4.mul(kept, v)), offsetV);
}

/** Relaxes a row of pixels with even x: `beside`, the row's other colour, has their right neighbours in the same lanes. */
function relaxEvenRow(records: i32, equation: usize, own: usize, beside: usize, above: usize, below: usize): void {
  let beforeU = f32x4.splat(0);
  let beforeV = f32x4.splat(0);
  let beforeWeight = f32x4.splat(0);
  for (let index = 0; index < records; index++) {
    const u = v128.load(beside);
    const v = v128.load(beside, offsetV);
    const weight = v128.load(beside, offsetWeight);
    relaxFour(equation, own, above, below, oneLeft(beforeU, u), oneLeft(beforeV, v), oneLeft(beforeWeight, weight), u, v);
    beforeU = u;
    beforeV = v;
    beforeWeight = weight;
    equation += equationBytes;
    own += boardBytes;
    beside += boardBytes;
    above += boardBytes;
    below += boardBytes;
  }
}

/** Relaxes a row of pixels with odd x: `beside`, the row's other colour, has their left neighbours in the same lanes. */
function relaxOddRow(records: i32, equation: usize, own: usize, beside: usize, above: usize, below: usize): void {
  let u = v128.load(beside);
  let v = v128.load(beside, offsetV);
  for (let index = 0; index < records; index++) {
    const afterU = v128.load(beside, boardBytes);
    const afterV = v128.load(beside, boardBytes + offsetV);
    relaxFour(equation, own, above, below, u, v, v128.load(beside, offsetWeight), oneRight(u, afterU), oneRight(v, afterV));
    u = afterU;
    v = afterV;
    equation += equationBytes;
    own += boardBytes;
    beside += boardBytes;
    above += boardBytes;
    below += boardBytes;
  }
}

/** One sweep of red-black successive over-relaxation over one row and colour. */
export function relaxPixels(
  y: i32,
  colour: i32,
  vectors: i32,
  equations: usize,
  equationColourBytes: i32,
  equationStride: i32,
  board: usize,
  boardColourBytes: i32,
  boardStride: i32,
): void {
  const own = board + colour * boardColourBytes + y * boardStride;
  const beside = board + (1 - colour) * boardColourBytes + y * boardStride;
  const equation = equations + colour * equationColourBytes + y * equationStride;
  if (((y + colour) & 1) == 0) relaxEvenRow(vectors, equation, own, beside, beside - boardStride, beside + boardStride);
  else relaxOddRow(vectors, equation, own, beside, beside - boardStride, beside + boardStride);
}

import { boardBytes, offsetV, offsetWeight, oneLeft, oneRight } from './board';
import { constraintBytes } from './constraints';

// An equation record holds the linear equations of four pixels of one colour: 5 float32 vectors: omega / a11, omega / a22, a12, b1,
// b2. The first two are zero outside the image, which keeps the flow there zero.

/** Bytes of an equation record. */
export const equationBytes: i32 = 80;

const zetaSquared: f32 = 0.01;
const epsilonSquared: f32 = 0.000001;
const overRelaxation: f32 = 1.6;

/** Half a constancy weight over the robust penalty's root: the derivative of the penalty. */
function robustWeight(half: v128, squares: v128): v128 {
  return f32x4.div(half, f32x4.sqrt(f32x4.add(squares, f32x4.splat(epsilonSquared))));
}

/** x·u + y·v + t of the constraint at `record`. */
function residual(record: usize, u: v128, v: v128): v128 {
  return f32x4.add(f32x4.add(v128.load(record, 32), f32x4.mul(v128.load(record), u)), f32x4.mul(v128.load(record, 16), v));
}

function square(value: v128): v128 {
  return f32x4.mul(value, value);
}

/** Squared difference between the flow (u, v) and that of four neighbours. */
function slope(u: v128, v: v128, neighbourU: v128, neighbourV: v128): v128 {
  return f32x4.add(square(f32x4.sub(neighbourU, u)), square(f32x4.sub(neighbourV, v)));
}

/**
 * Smoothness weights of one row and colour. `beside`: the row's other colour, whose lanes are the right neighbours for even x and
 * the left ones for odd; `below`: the other colour of the next row, or the row itself for the last, so that its slope is zero.
 */
function weighRow(records: i32, isOdd: bool, half: v128, own: usize, beside: usize, below: usize, hasRight: usize): void {
  for (let index = 0; index < records; index++) {
    const u = v128.load(own);
    const v = v128.load(own, offsetV);
    let rightU = v128.load(beside);
    let rightV = v128.load(beside, offsetV);
    if (isOdd) {
      rightU = oneRight(rightU, v128.load(beside, boardBytes));
      rightV = oneRight(rightV, v128.load(beside, boardBytes + offsetV));
    }
    const across = v128.and(slope(u, v, rightU, rightV), v128.load(hasRight));
    const down = slope(u, v, v128.load(below), v128.load(below, offsetV));
    v128.store(own, robustWeight(half, f32x4.add(across, down)), offsetWeight);
    own += boardBytes;
    beside += boardBytes;
    below += boardBytes;
    hasRight += 16;
  }
}

/** Equations of one row and colour from its constraints and the weights around each pixel. */
function equateRow(
  records: i32,
  isOdd: bool,
  halfBrightness: v128,
  halfGradient: v128,
  record: usize,
  equation: usize,
  own: usize,
  beside: usize,
  above: usize,
  valid: usize,
  hasRight: usize,
  hasBelow: v128,
): void {
  const omega = f32x4.splat(overRelaxation);
  const zeta = f32x4.splat(zetaSquared);
  for (let index = 0; index < records; index++) {
    const hereU = v128.load(own);
    const hereV = v128.load(own, offsetV);
    let leftWeight = v128.load(beside, offsetWeight);
    if (!isOdd) leftWeight = oneLeft(v128.load(beside + offsetWeight - boardBytes), leftWeight);
    const brightness = robustWeight(halfBrightness, square(residual(record, hereU, hereV)));
    const gradient = robustWeight(
      halfGradient,
      f32x4.add(square(residual(record + 48, hereU, hereV)), square(residual(record + 96, hereU, hereV))),
    );
    const x1 = v128.load(record);
    const y1 = v128.load(record, 16);
    const t1 = v128.load(record, 32);
    const x2 = v128.load(record, 48);
    const y2 = v128.load(record, 64);
    const t2 = v128.load(record, 80);
    const x3 = v128.load(record, 96);
    const y3 = v128.load(record, 112);
    const t3 = v128.load(record, 128);
    const weightedX1 = f32x4.mul(brightness, x1);
    const weightedY1 = f32x4.mul(brightness, y1);
    const xx = f32x4.add(f32x4.mul(weightedX1, x1), f32x4.mul(gradient, f32x4.add(square(x2), square(x3))));
    const xy = f32x4.add(f32x4.mul(weightedX1, y1), f32x4.mul(gradient, f32x4.add(f32x4.mul(x2, y2), f32x4.mul(x3, y3))));
    const yy = f32x4.add(f32x4.mul(weightedY1, y1), f32x4.mul(gradient, f32x4.add(square(y2), square(y3))));
    const xt = f32x4.add(f32x4.mul(weightedX1, t1), f32x4.mul(gradient, f32x4.add(f32x4.mul(x2, t2), f32x4.mul(x3, t3))));
    const yt = f32x4.add(f32x4.mul(weightedY1, t1), f32x4.mul(gradient, f32x4.add(f32x4.mul(y2, t2), f32x4.mul(y3, t3))));
    const weight = v128.load(own, offsetWeight);
    const coupling = f32x4.add(
      f32x4.add(leftWeight, v128.load(above, offsetWeight)),
      f32x4.add(v128.and(weight, v128.load(hasRight)), v128.and(weight, hasBelow)),
    );
    const diagonal = f32x4.add(coupling, zeta);
    const inside = v128.load(valid);
    v128.store(equation, v128.and(f32x4.div(omega, f32x4.add(xx, diagonal)), inside), 0);
    v128.store(equation, v128.and(f32x4.div(omega, f32x4.add(yy, diagonal)), inside), 16);
    v128.store(equation, xy, 32);
    v128.store(equation, f32x4.sub(v128.load(record, 144), xt), 48);
    v128.store(equation, f32x4.sub(v128.load(record, 160), yt), 64);
    record += constraintBytes;
    equation += equationBytes;
    own += boardBytes;
    beside += boardBytes;
    above += boardBytes;
    valid += 16;
    hasRight += 16;
  }
}

/**
 * The linear equations of one image row about the current flow (Brox et al., ECCV 2004; constraints normalised as in Zimmer et al.,
 * IJCV 2011). Needs the row above to be done and the row below to have its current flow.
 */
export function equatePixels(
  y: i32,
  isLast: bool,
  vectors: i32,
  smoothness: v128,
  brightness: v128,
  gradient: v128,
  records: usize,
  recordColourBytes: i32,
  recordStride: i32,
  equations: usize,
  equationColourBytes: i32,
  equationStride: i32,
  board: usize,
  boardColourBytes: i32,
  boardStride: i32,
  valid: usize,
  validStride: i32,
): void {
  for (let colour = 0; colour < 2; colour++) {
    const isOdd = ((y + colour) & 1) == 1;
    const own = board + colour * boardColourBytes + y * boardStride;
    const beside = board + (1 - colour) * boardColourBytes + y * boardStride;
    weighRow(vectors, isOdd, smoothness, own, beside, isLast ? own : beside + boardStride, isOdd ? valid + 4 : valid + validStride);
  }
  for (let colour = 0; colour < 2; colour++) {
    const isOdd = ((y + colour) & 1) == 1;
    const beside = board + (1 - colour) * boardColourBytes + y * boardStride;
    equateRow(
      vectors,
      isOdd,
      brightness,
      gradient,
      records + colour * recordColourBytes + y * recordStride,
      equations + colour * equationColourBytes + y * equationStride,
      board + colour * boardColourBytes + y * boardStride,
      beside,
      beside - boardStride,
      isOdd ? valid + validStride : valid,
      isOdd ? valid + 4 : valid + validStride,
      i32x4.splat(isLast ? 0 : -1),
    );
  }
}

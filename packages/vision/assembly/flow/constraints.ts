import { boardBytes, offsetV } from './board';

// A constraint record holds, for four pixels of one colour and row (see board.ts), three normalised constancy constraints
// x·u + y·v + t = 0 (brightness, gradient in x, gradient in y), and zeta² times the flow that refinement starts from: 11 float32
// vectors [x y t] [x y t] [x y t] [u v].

/** Bytes of a constraint record. */
export const constraintBytes: i32 = 176;

const zetaSquared: f32 = 0.01;

/** Writes one constraint, scaled by the length of its gradient; the flow enters t, so that u and v are of the whole motion. */
function storeConstraint(record: usize, x: v128, y: v128, t: v128, flowU: v128, flowV: v128): void {
  const squares = f32x4.add(f32x4.add(f32x4.mul(x, x), f32x4.mul(y, y)), f32x4.splat(zetaSquared));
  const scale = f32x4.div(f32x4.splat(1), f32x4.sqrt(squares));
  const whole = f32x4.sub(t, f32x4.add(f32x4.mul(x, flowU), f32x4.mul(y, flowV)));
  v128.store(record, f32x4.mul(x, scale), 0);
  v128.store(record, f32x4.mul(y, scale), 16);
  v128.store(record, f32x4.mul(whole, scale), 32);
}

function storeRecord(record: usize, x: v128, y: v128, t: v128, xx: v128, xy: v128, yy: v128, xt: v128, yt: v128, u: v128, v: v128): void {
  storeConstraint(record, x, y, t, u, v);
  storeConstraint(record + 48, xx, xy, xt, u, v);
  storeConstraint(record + 96, xy, yy, yt, u, v);
  v128.store(record, f32x4.mul(f32x4.splat(zetaSquared), u), 144);
  v128.store(record, f32x4.mul(f32x4.splat(zetaSquared), v), 160);
}

function evenLanes(low: v128, high: v128): v128 {
  return i32x4.shuffle(low, high, 0, 2, 4, 6);
}

function oddLanes(low: v128, high: v128): v128 {
  return i32x4.shuffle(low, high, 1, 3, 5, 7);
}

/** Value to the right less value to the left, for four pixels. */
function acrossAt(at: usize): v128 {
  return f32x4.sub(v128.load(at, 4), v128.load(at - 4));
}

/** Value below less value above, for four pixels `offset` bytes into their rows. */
function downAt(above: usize, below: usize, offset: usize): v128 {
  return f32x4.sub(v128.load(below + offset), v128.load(above + offset));
}

/**
 * Builds the constraint records of both colours from the planes of the mean image's derivatives and of the difference image, and
 * puts the flow on the board. `valid`: masks of the pixels inside the image, for rows of a colour whose first pixel has an even x,
 * and `validStride` further for an odd one.
 */
export function buildConstraints(
  width: i32,
  height: i32,
  planeStride: i32,
  alongX: usize,
  alongY: usize,
  difference: usize,
  planeU: usize,
  planeV: usize,
  records: usize,
  recordColourBytes: i32,
  recordStride: i32,
  board: usize,
  boardColourBytes: i32,
  boardStride: i32,
  valid: usize,
  validStride: i32,
): void {
  for (let y = 0; y < height; y++) {
    const row = y * planeStride;
    const above = y > 0 ? row - planeStride : row;
    const below = y < height - 1 ? row + planeStride : row;
    const evenColour = y & 1;
    let evenRecord = records + evenColour * recordColourBytes + y * recordStride;
    let oddRecord = records + (1 - evenColour) * recordColourBytes + y * recordStride;
    let evenBoard = board + evenColour * boardColourBytes + y * boardStride;
    let oddBoard = board + (1 - evenColour) * boardColourBytes + y * boardStride;
    for (let x = 0; x < width; x += 8) {
      const low = row + 4 * x;
      const high = low + 16;
      const aboveLow = 4 * x + above;
      const belowLow = 4 * x + below;
      const xLow = v128.load(alongX + low);
      const xHigh = v128.load(alongX + high);
      const yLow = v128.load(alongY + low);
      const yHigh = v128.load(alongY + high);
      const tLow = v128.load(difference + low);
      const tHigh = v128.load(difference + high);
      const xxLow = acrossAt(alongX + low);
      const xxHigh = acrossAt(alongX + high);
      const xyLow = downAt(alongX + aboveLow, alongX + belowLow, 0);
      const xyHigh = downAt(alongX + aboveLow, alongX + belowLow, 16);
      const yyLow = downAt(alongY + aboveLow, alongY + belowLow, 0);
      const yyHigh = downAt(alongY + aboveLow, alongY + belowLow, 16);
      const xtLow = acrossAt(difference + low);
      const xtHigh = acrossAt(difference + high);
      const ytLow = downAt(difference + aboveLow, difference + belowLow, 0);
      const ytHigh = downAt(difference + aboveLow, difference + belowLow, 16);
      const uLow = v128.load(planeU + low);
      const uHigh = v128.load(planeU + high);
      const vLow = v128.load(planeV + low);
      const vHigh = v128.load(planeV + high);
      const evenValid = v128.load(valid + 2 * x);
      const oddValid = v128.load(valid + validStride + 2 * x);
      const evenU = v128.and(evenLanes(uLow, uHigh), evenValid);
      const evenV = v128.and(evenLanes(vLow, vHigh), evenValid);
      const oddU = v128.and(oddLanes(uLow, uHigh), oddValid);
      const oddV = v128.and(oddLanes(vLow, vHigh), oddValid);
      v128.store(evenBoard, evenU);
      v128.store(evenBoard, evenV, offsetV);
      v128.store(oddBoard, oddU);
      v128.store(oddBoard, oddV, offsetV);
      storeRecord(
        evenRecord,
        evenLanes(xLow, xHigh),
        evenLanes(yLow, yHigh),
        evenLanes(tLow, tHigh),
        evenLanes(xxLow, xxHigh),
        evenLanes(xyLow, xyHigh),
        evenLanes(yyLow, yyHigh),
        evenLanes(xtLow, xtHigh),
        evenLanes(ytLow, ytHigh),
        evenU,
        evenV,
      );
      storeRecord(
        oddRecord,
        oddLanes(xLow, xHigh),
        oddLanes(yLow, yHigh),
        oddLanes(tLow, tHigh),
        oddLanes(xxLow, xxHigh),
        oddLanes(xyLow, xyHigh),
        oddLanes(yyLow, yyHigh),
        oddLanes(xtLow, xtHigh),
        oddLanes(ytLow, ytHigh),
        oddU,
        oddV,
      );
      evenBoard += boardBytes;
      oddBoard += boardBytes;
      evenRecord += constraintBytes;
      oddRecord += constraintBytes;
    }
  }
}

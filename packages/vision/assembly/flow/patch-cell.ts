import { laneSums } from './lanes';

// While a displaced patch stays between the same four pixels of the second frame, its bilinear samples are
// D + fx·H + fy·V + fx·fy·X with whole-number planes, so that its error and its descent step are polynomials in the fractions
// (fx, fy). Their coefficients are summed exactly once a cell; every descent step inside it then costs a few multiplications.
//
// Errors are measured when a cell is first looked at, steps when descent first enters it: most cells are only looked at.
//
// A cell record: int32 cell x, cell y, 1 once steps are measured, 0; int32 sums of D, H, V, X; then float64: the error's coefficients of 1, fx, fy, fx·fy, fx², fx²·fy, fy², fx·fy²,
// fx²·fy² and a spare; four of the step in x, four of the step in y, each of 1, fx, fy, fx·fy.

/** Bytes of a cell record. */
export const cellBytes: i32 = 176;
/** Offset of the sums. */
const sumsOffset: i32 = 16;
/** Offset of the error coefficients. */
const errorOffset: i32 = 32;
/** Offset of the step coefficients. */
export const stepOffset: i32 = 112;

/** 64 times the scalar products of planes of 64 pixels less the products of their sums: exact, and no more than 31 bits long. */
function covariances(products: v128, sumsA: v128, sumsB: v128): v128 {
  return i32x4.sub(i32x4.shl(products, 6), i32x4.mul(sumsA, sumsB));
}

/** Doubles the lanes that a mask selects. */
function doubled(values: v128, mask: v128): v128 {
  return i32x4.add(values, v128.and(values, mask));
}

/** Stores four int32 as float64. */
function storeWide(at: usize, values: v128): void {
  v128.store(at, f64x2.convert_low_i32x4_s(values), 0);
  v128.store(at, f64x2.convert_low_i32x4_s(i32x4.shuffle(values, values, 2, 3, 2, 3)), 16);
}

/** Starts the record of the cell whose upper left corner is `second`, for the patch at `first`: all but the steps. */
export function measureErrors(cell: usize, cellX: i32, cellY: i32, first: usize, second: usize, stride: i32): void {
  let dd = i32x4.splat(0);
  let dh = i32x4.splat(0);
  let dv = i32x4.splat(0);
  let dx = i32x4.splat(0);
  let hh = i32x4.splat(0);
  let hv = i32x4.splat(0);
  let hx = i32x4.splat(0);
  let vv = i32x4.splat(0);
  let vx = i32x4.splat(0);
  let xx = i32x4.splat(0);
  let sumsD = i16x8.splat(0);
  let sumsH = i16x8.splat(0);
  let sumsV = i16x8.splat(0);
  let sumsX = i16x8.splat(0);
  let left = v128.load8x8_u(second);
  let h = i16x8.sub(v128.load8x8_u(second, 1), left);
  for (let line = 0; line < 8; line++) {
    second += stride;
    const lowerLeft = v128.load8x8_u(second);
    const lowerH = i16x8.sub(v128.load8x8_u(second, 1), lowerLeft);
    const d = i16x8.sub(left, v128.load8x8_u(first));
    const v = i16x8.sub(lowerLeft, left);
    const x = i16x8.sub(lowerH, h);
    dd = i32x4.add(dd, i32x4.dot_i16x8_s(d, d));
    dh = i32x4.add(dh, i32x4.dot_i16x8_s(d, h));
    dv = i32x4.add(dv, i32x4.dot_i16x8_s(d, v));
    dx = i32x4.add(dx, i32x4.dot_i16x8_s(d, x));
    hh = i32x4.add(hh, i32x4.dot_i16x8_s(h, h));
    hv = i32x4.add(hv, i32x4.dot_i16x8_s(h, v));
    hx = i32x4.add(hx, i32x4.dot_i16x8_s(h, x));
    vv = i32x4.add(vv, i32x4.dot_i16x8_s(v, v));
    vx = i32x4.add(vx, i32x4.dot_i16x8_s(v, x));
    xx = i32x4.add(xx, i32x4.dot_i16x8_s(x, x));
    sumsD = i16x8.add(sumsD, d);
    sumsH = i16x8.add(sumsH, h);
    sumsV = i16x8.add(sumsV, v);
    sumsX = i16x8.add(sumsX, x);
    left = lowerLeft;
    h = lowerH;
    first += stride;
  }
  const sums = laneSums(
    i32x4.extadd_pairwise_i16x8_s(sumsD),
    i32x4.extadd_pairwise_i16x8_s(sumsH),
    i32x4.extadd_pairwise_i16x8_s(sumsV),
    i32x4.extadd_pairwise_i16x8_s(sumsX),
  );
  store<i32>(cell, cellX, 0);
  store<i32>(cell, cellY, 4);
  store<i32>(cell, 0, 8);
  v128.store(cell, sums, sumsOffset);
  const ofD = covariances(laneSums(dd, dh, dv, dx), i32x4.shuffle(sums, sums, 0, 0, 0, 0), sums);
  const ofHV = covariances(laneSums(hh, hx, vv, vx), i32x4.shuffle(sums, sums, 1, 1, 2, 2), i32x4.shuffle(sums, sums, 1, 3, 2, 3));
  const ofRest = covariances(laneSums(xx, xx, xx, hv), i32x4.shuffle(sums, sums, 3, 3, 3, 1), i32x4.shuffle(sums, sums, 3, 3, 3, 2));
  const mixed = i32x4.add(ofD, v128.and(ofRest, i32x4(0, 0, 0, -1)));
  storeWide(cell + errorOffset, doubled(mixed, i32x4(0, -1, -1, -1)));
  storeWide(cell + errorOffset + 32, doubled(ofHV, i32x4(0, -1, 0, -1)));
  v128.store(cell, f64x2.convert_low_i32x4_s(ofRest), errorOffset + 64);
}

/** Whether the steps of a cell are measured. */
export function hasSteps(cell: usize): bool {
  return load<i32>(cell, 8) != 0;
}

/** Adds the steps to a cell's record: the inverse structure tensor times the planes' products with the gradients. */
export function measureSteps(
  cell: usize,
  first: usize,
  second: usize,
  stride: i32,
  gradientX: usize,
  gradientY: usize,
  gradientStride: i32,
  tensor: usize,
): void {
  let byXD = i32x4.splat(0);
  let byXH = i32x4.splat(0);
  let byXV = i32x4.splat(0);
  let byXX = i32x4.splat(0);
  let byYD = i32x4.splat(0);
  let byYH = i32x4.splat(0);
  let byYV = i32x4.splat(0);
  let byYX = i32x4.splat(0);
  let left = v128.load8x8_u(second);
  let h = i16x8.sub(v128.load8x8_u(second, 1), left);
  for (let line = 0; line < 8; line++) {
    second += stride;
    const lowerLeft = v128.load8x8_u(second);
    const lowerH = i16x8.sub(v128.load8x8_u(second, 1), lowerLeft);
    const d = i16x8.sub(left, v128.load8x8_u(first));
    const v = i16x8.sub(lowerLeft, left);
    const x = i16x8.sub(lowerH, h);
    const slopeX = v128.load(gradientX);
    const slopeY = v128.load(gradientY);
    byXD = i32x4.add(byXD, i32x4.dot_i16x8_s(slopeX, d));
    byXH = i32x4.add(byXH, i32x4.dot_i16x8_s(slopeX, h));
    byXV = i32x4.add(byXV, i32x4.dot_i16x8_s(slopeX, v));
    byXX = i32x4.add(byXX, i32x4.dot_i16x8_s(slopeX, x));
    byYD = i32x4.add(byYD, i32x4.dot_i16x8_s(slopeY, d));
    byYH = i32x4.add(byYH, i32x4.dot_i16x8_s(slopeY, h));
    byYV = i32x4.add(byYV, i32x4.dot_i16x8_s(slopeY, v));
    byYX = i32x4.add(byYX, i32x4.dot_i16x8_s(slopeY, x));
    left = lowerLeft;
    h = lowerH;
    first += stride;
    gradientX += gradientStride;
    gradientY += gradientStride;
  }
  store<i32>(cell, 1, 8);
  const sums = v128.load(cell, sumsOffset);
  const byX = laneSums(byXD, byXH, byXV, byXX);
  const byY = laneSums(byYD, byYH, byYV, byYX);
  const inverseXx = v128.load64_splat(tensor, 0);
  const inverseXy = v128.load64_splat(tensor, 8);
  const inverseYy = v128.load64_splat(tensor, 16);
  const meanX = v128.load64_splat(tensor, 24);
  const meanY = v128.load64_splat(tensor, 32);
  const sumsLow = f64x2.convert_low_i32x4_s(sums);
  const sumsHigh = f64x2.convert_low_i32x4_s(i32x4.shuffle(sums, sums, 2, 3, 2, 3));
  const xLow = f64x2.sub(f64x2.convert_low_i32x4_s(byX), f64x2.mul(sumsLow, meanX));
  const xHigh = f64x2.sub(f64x2.convert_low_i32x4_s(i32x4.shuffle(byX, byX, 2, 3, 2, 3)), f64x2.mul(sumsHigh, meanX));
  const yLow = f64x2.sub(f64x2.convert_low_i32x4_s(byY), f64x2.mul(sumsLow, meanY));
  const yHigh = f64x2.sub(f64x2.convert_low_i32x4_s(i32x4.shuffle(byY, byY, 2, 3, 2, 3)), f64x2.mul(sumsHigh, meanY));
  v128.store(cell, f64x2.add(f64x2.mul(inverseXx, xLow), f64x2.mul(inverseXy, yLow)), stepOffset);
  v128.store(cell, f64x2.add(f64x2.mul(inverseXx, xHigh), f64x2.mul(inverseXy, yHigh)), stepOffset + 16);
  v128.store(cell, f64x2.add(f64x2.mul(inverseXy, xLow), f64x2.mul(inverseYy, yLow)), stepOffset + 32);
  v128.store(cell, f64x2.add(f64x2.mul(inverseXy, xHigh), f64x2.mul(inverseYy, yHigh)), stepOffset + 48);
}

/** Error of the patch at the fractions (fx, fy) of a cell: squared differences without their mean, summed, times 64. */
export function cellError(cell: usize, fx: f64, fy: f64): f64 {
  const c = cell + errorOffset;
  const constant = load<f64>(c, 0) + fx * (load<f64>(c, 8) + fx * load<f64>(c, 32));
  const linear = load<f64>(c, 16) + fx * (load<f64>(c, 24) + fx * load<f64>(c, 40));
  const square = load<f64>(c, 48) + fx * (load<f64>(c, 56) + fx * load<f64>(c, 64));
  return constant + fy * (linear + fy * square);
}

/** One component of the descent step at the fractions (fx, fy): `coefficients` is the record plus `stepOffset`, 32 further for y. */
export function cellStep(coefficients: usize, fx: f64, fy: f64): f64 {
  return (
    load<f64>(coefficients, 0) + fx * load<f64>(coefficients, 8) + fy * (load<f64>(coefficients, 16) + fx * load<f64>(coefficients, 24))
  );
}

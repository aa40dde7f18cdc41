import { laneSums } from './lanes';

// While a displaced patch stays between the same four pixels of the second frame, its bilinear samples are
// D + fx·H + fy·V + fx·fy·X with whole-number planes, so that its error and its descent step are polynomials in the fractions
// (fx, fy). Their coefficients are summed exactly once a cell; every descent step inside it then costs a few multiplications.
//
// A cell record: int32 cell x, cell y; then float64 from `errorOffset`: nine error coefficients c[fy power][fx power], row by row;
// four of the step in x, four of the step in y, each 1, fx, fy, fx·fy.

/** Bytes of a cell record. */
export const cellBytes: i32 = 144;
/** Offset of the error coefficients. */
export const errorOffset: i32 = 8;
/** Offset of the step coefficients. */
export const stepOffset: i32 = 80;

/** Scalar product of two planes less the product of their means: both planes' sums are over 64 pixels. */
function covariance(products: v128, lane: i32, sumA: f64, sumB: f64): f64 {
  return <f64>select(
    select(i32x4.extract_lane(products, 0), i32x4.extract_lane(products, 1), lane == 0),
    select(i32x4.extract_lane(products, 2), i32x4.extract_lane(products, 3), lane == 2),
    lane < 2,
  ) - (sumA * sumB) / 64;
}

/** Fills the record of the cell whose upper left corner is `second` for the patch at `first` with gradients at `gradient…`. */
export function measureCell(
  cell: usize,
  cellX: i32,
  cellY: i32,
  first: usize,
  firstStride: i32,
  second: usize,
  secondStride: i32,
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
    second += secondStride;
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
    first += firstStride;
    gradientX += gradientStride;
    gradientY += gradientStride;
  }
  const sums = laneSums(
    i32x4.extadd_pairwise_i16x8_s(sumsD),
    i32x4.extadd_pairwise_i16x8_s(sumsH),
    i32x4.extadd_pairwise_i16x8_s(sumsV),
    i32x4.extadd_pairwise_i16x8_s(sumsX),
  );
  const sumD = <f64>i32x4.extract_lane(sums, 0);
  const sumH = <f64>i32x4.extract_lane(sums, 1);
  const sumV = <f64>i32x4.extract_lane(sums, 2);
  const sumX = <f64>i32x4.extract_lane(sums, 3);
  const ofD = laneSums(dd, dh, dv, dx);
  const ofH = laneSums(hh, hv, hx, vv);
  const ofX = laneSums(vx, xx, xx, xx);
  store<i32>(cell, cellX, 0);
  store<i32>(cell, cellY, 4);
  store<f64>(cell, covariance(ofD, 0, sumD, sumD), errorOffset);
  store<f64>(cell, 2 * covariance(ofD, 1, sumD, sumH), errorOffset + 8);
  store<f64>(cell, covariance(ofH, 0, sumH, sumH), errorOffset + 16);
  store<f64>(cell, 2 * covariance(ofD, 2, sumD, sumV), errorOffset + 24);
  store<f64>(cell, 2 * (covariance(ofD, 3, sumD, sumX) + covariance(ofH, 1, sumH, sumV)), errorOffset + 32);
  store<f64>(cell, 2 * covariance(ofH, 2, sumH, sumX), errorOffset + 40);
  store<f64>(cell, covariance(ofH, 3, sumV, sumV), errorOffset + 48);
  store<f64>(cell, 2 * covariance(ofX, 0, sumV, sumX), errorOffset + 56);
  store<f64>(cell, covariance(ofX, 1, sumX, sumX), errorOffset + 64);

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

/** Error of the patch at the fractions (fx, fy) of a cell: squared differences without their mean, summed. */
export function cellError(cell: usize, fx: f64, fy: f64): f64 {
  const constant = load<f64>(cell, errorOffset) + fx * (load<f64>(cell, errorOffset + 8) + fx * load<f64>(cell, errorOffset + 16));
  const linear = load<f64>(cell, errorOffset + 24) + fx * (load<f64>(cell, errorOffset + 32) + fx * load<f64>(cell, errorOffset + 40));
  const square = load<f64>(cell, errorOffset + 48) + fx * (load<f64>(cell, errorOffset + 56) + fx * load<f64>(cell, errorOffset + 64));
  return constant + fy * (linear + fy * square);
}

/** One component of the descent step at the fractions (fx, fy): `coefficients` is the record plus `stepOffset`, 32 further for y. */
export function cellStep(coefficients: usize, fx: f64, fy: f64): f64 {
  return (
    load<f64>(coefficients, 0) + fx * load<f64>(coefficients, 8) + fy * (load<f64>(coefficients, 16) + fx * load<f64>(coefficients, 24))
  );
}

import { laneSums } from './lanes';

// Per patch, float64: inverse of the structure tensor (xx, xy, yy), mean gradient (x, y); then int32 for the search to count in.

/** Bytes of a patch's tensor record. */
export const tensorBytes: i32 = 48;

/** Determinants nearer to zero than this count as this. */
const smallestDeterminant: f64 = 0.001;

/** Sums the gradients of every 8 × 8 patch and inverts its structure tensor (Kroeger et al., ECCV 2016, equation 2). */
export function patchTensors(
  gradientX: usize,
  gradientY: usize,
  gradientStride: i32,
  patchColumns: i32,
  patchRows: i32,
  patchStride: i32,
  tensors: usize,
): void {
  const ones = i16x8.splat(1);
  for (let row = 0; row < patchRows; row++) {
    for (let column = 0; column < patchColumns; column++) {
      let at = row * patchStride * gradientStride + 2 * column * patchStride;
      let xx = i32x4.splat(0);
      let xy = i32x4.splat(0);
      let yy = i32x4.splat(0);
      let x = i32x4.splat(0);
      let y = i32x4.splat(0);
      for (let line = 0; line < 8; line++) {
        const lineX = v128.load(gradientX + at);
        const lineY = v128.load(gradientY + at);
        xx = i32x4.add(xx, i32x4.dot_i16x8_s(lineX, lineX));
        xy = i32x4.add(xy, i32x4.dot_i16x8_s(lineX, lineY));
        yy = i32x4.add(yy, i32x4.dot_i16x8_s(lineY, lineY));
        x = i32x4.add(x, i32x4.dot_i16x8_s(lineX, ones));
        y = i32x4.add(y, i32x4.dot_i16x8_s(lineY, ones));
        at += gradientStride;
      }
      const squares = laneSums(xx, xy, yy, x);
      const last = laneSums(y, y, y, y);
      const sumXx = <f64>i32x4.extract_lane(squares, 0);
      const sumXy = <f64>i32x4.extract_lane(squares, 1);
      const sumYy = <f64>i32x4.extract_lane(squares, 2);
      const exact = sumXx * sumYy - sumXy * sumXy;
      const determinant = abs(exact) < smallestDeterminant ? smallestDeterminant : exact;
      store<f64>(tensors, sumYy / determinant, 0);
      store<f64>(tensors, -sumXy / determinant, 8);
      store<f64>(tensors, sumXx / determinant, 16);
      store<f64>(tensors, <f64>i32x4.extract_lane(squares, 3) / 64, 24);
      store<f64>(tensors, <f64>i32x4.extract_lane(last, 0) / 64, 32);
      tensors += tensorBytes;
    }
  }
}

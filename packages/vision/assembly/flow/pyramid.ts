// Pyramid images: uint8 rows `stride` bytes apart, surrounded by a border of replicated pixels on all sides.

/** Bytes of border around every pyramid image; the host lays memory out with the same number. */
const imageBorder: i32 = 16;

/** Copies `height` rows of `width` bytes. */
export function copyRows(source: usize, sourceStride: i32, target: usize, targetStride: i32, width: i32, height: i32): void {
  for (let y = 0; y < height; y++) {
    memory.copy(target, source, width);
    source += sourceStride;
    target += targetStride;
  }
}

/** Halves an image whose sides are `2 * width` and `2 * height`: mean of 2 × 2 pixels, rounded half up. */
export function halveImage(source: usize, sourceStride: i32, target: usize, targetStride: i32, width: i32, height: i32): void {
  const two = i16x8.splat(2);
  for (let y = 0; y < height; y++) {
    const upper = source + 2 * y * sourceStride;
    const lower = upper + sourceStride;
    const row = target + y * targetStride;
    for (let x = 0; x < width; x += 8) {
      const pairs = i16x8.add(
        i16x8.extadd_pairwise_i8x16_u(v128.load(upper + 2 * x)),
        i16x8.extadd_pairwise_i8x16_u(v128.load(lower + 2 * x)),
      );
      const means = i16x8.shr_u(i16x8.add(pairs, two), 2);
      v128.store64_lane(row + x, i8x16.narrow_i16x8_u(means, means), 0);
    }
  }
}

/** Shrinks an image by any factor: every new pixel is the mean of the area it covers, rounded half up. */
export function shrinkImage(
  source: usize,
  sourceStride: i32,
  sourceWidth: i32,
  sourceHeight: i32,
  target: usize,
  targetStride: i32,
  width: i32,
  height: i32,
): void {
  const scaleX = <f64>sourceWidth / <f64>width;
  const scaleY = <f64>sourceHeight / <f64>height;
  for (let y = 0; y < height; y++) {
    const top = <f64>y * scaleY;
    const bottom = min(top + scaleY, <f64>sourceHeight);
    for (let x = 0; x < width; x++) {
      const left = <f64>x * scaleX;
      const right = min(left + scaleX, <f64>sourceWidth);
      let sum: f64 = 0;
      for (let row = <i32>top; <f64>row < bottom; row++) {
        const rowShare = min(<f64>(row + 1), bottom) - max(<f64>row, top);
        let rowSum: f64 = 0;
        for (let column = <i32>left; <f64>column < right; column++) {
          const share = min(<f64>(column + 1), right) - max(<f64>column, left);
          rowSum += share * <f64>load<u8>(source + row * sourceStride + column);
        }
        sum += rowShare * rowSum;
      }
      store<u8>(target + y * targetStride + x, <u8>floor(sum / ((right - left) * (bottom - top)) + 0.5));
    }
  }
}

/** Replicates the outermost pixels of an image into its border. */
export function replicateBorder(image: usize, stride: i32, width: i32, height: i32): void {
  for (let y = 0; y < height; y++) {
    const row = image + y * stride;
    memory.fill(row - imageBorder, load<u8>(row), imageBorder);
    memory.fill(row + width, load<u8>(row + width - 1), imageBorder);
  }
  const length = width + 2 * imageBorder;
  const first = image - imageBorder;
  const last = first + (height - 1) * stride;
  for (let y = 1; y <= imageBorder; y++) {
    memory.copy(first - y * stride, first, length);
    memory.copy(last + y * stride, last, length);
  }
}

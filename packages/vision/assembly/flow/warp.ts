// Planes of this step are float32, rows `planeStride` bytes apart, with room for 4 pixels to the left and 12 to the right.

/** Four uint16 of a row and four of the row below, each two neighbouring pixels, at the four byte offsets `at`. */
function gatherPairs(image: usize, stride: i32, at: v128): v128 {
  const first = image + i32x4.extract_lane(at, 0);
  const second = image + i32x4.extract_lane(at, 1);
  const third = image + i32x4.extract_lane(at, 2);
  const fourth = image + i32x4.extract_lane(at, 3);
  let pairs = v128.load16_lane(first, i16x8.splat(0), 0);
  pairs = v128.load16_lane(second, pairs, 1);
  pairs = v128.load16_lane(third, pairs, 2);
  pairs = v128.load16_lane(fourth, pairs, 3);
  pairs = v128.load16_lane(first + stride, pairs, 4);
  pairs = v128.load16_lane(second + stride, pairs, 5);
  pairs = v128.load16_lane(third + stride, pairs, 6);
  return v128.load16_lane(fourth + stride, pairs, 7);
}

/** Repeats the outermost values of a row in the room beside it, as far as derivatives of vectors reach. */
function replicateEnds(row: usize, width: i32): void {
  const left = v128.load32_splat(row);
  const right = v128.load32_splat(row + 4 * (width - 1));
  v128.store(row - 16, left);
  for (let x = width; x < width + 12; x += 4) v128.store(row + 4 * x, right);
}

/**
 * Displaces the second image by a flow (bilinear, replicated beyond the border), and writes its mean with the first image and
 * its difference from it.
 */
export function warpImage(
  first: usize,
  second: usize,
  stride: i32,
  width: i32,
  height: i32,
  planeU: usize,
  planeV: usize,
  mean: usize,
  difference: usize,
  planeStride: i32,
): void {
  const zero = f32x4.splat(0);
  const half = f32x4.splat(0.5);
  const limitX = f32x4.splat(<f32>(width - 1));
  const limitY = f32x4.splat(<f32>(height - 1));
  const strides = i32x4.splat(stride);
  const lowByte = i16x8.splat(0xff);
  for (let y = 0; y < height; y++) {
    const row = y * planeStride;
    let xs = f32x4(0, 1, 2, 3);
    for (let x = 0; x < width; x += 4) {
      const at = row + 4 * x;
      const targetX = f32x4.pmin(f32x4.pmax(f32x4.add(xs, v128.load(planeU + at)), zero), limitX);
      const targetY = f32x4.pmin(f32x4.pmax(f32x4.add(f32x4.splat(<f32>y), v128.load(planeV + at)), zero), limitY);
      const left = f32x4.floor(targetX);
      const top = f32x4.floor(targetY);
      const offsets = i32x4.add(i32x4.trunc_sat_f32x4_s(left), i32x4.mul(i32x4.trunc_sat_f32x4_s(top), strides));
      const pairs = gatherPairs(second, stride, offsets);
      const lefts = v128.and(pairs, lowByte);
      const rights = i16x8.shr_u(pairs, 8);
      const fx = f32x4.sub(targetX, left);
      const fy = f32x4.sub(targetY, top);
      const upperLeft = f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(lefts));
      const upperRight = f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(rights));
      const lowerLeft = f32x4.convert_i32x4_u(i32x4.extend_high_i16x8_u(lefts));
      const lowerRight = f32x4.convert_i32x4_u(i32x4.extend_high_i16x8_u(rights));
      const upper = f32x4.add(upperLeft, f32x4.mul(fx, f32x4.sub(upperRight, upperLeft)));
      const lower = f32x4.add(lowerLeft, f32x4.mul(fx, f32x4.sub(lowerRight, lowerLeft)));
      const displaced = f32x4.add(upper, f32x4.mul(fy, f32x4.sub(lower, upper)));
      const bytes = v128.load32_zero(first + y * stride + x);
      const here = f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(bytes)));
      v128.store(mean + at, f32x4.mul(half, f32x4.add(displaced, here)));
      v128.store(difference + at, f32x4.sub(displaced, here));
      xs = f32x4.add(xs, f32x4.splat(4));
    }
    replicateEnds(mean + row, width);
    replicateEnds(difference + row, width);
  }
}

/** Central differences of a plane over two pixels, replicated at the border. */
export function differentiate(plane: usize, width: i32, height: i32, planeStride: i32, alongX: usize, alongY: usize): void {
  for (let y = 0; y < height; y++) {
    const here = plane + y * planeStride;
    const above = y > 0 ? here - planeStride : here;
    const below = y < height - 1 ? here + planeStride : here;
    const rowX = alongX + y * planeStride;
    const rowY = alongY + y * planeStride;
    for (let x = 0; x < 4 * width; x += 16) {
      v128.store(rowX + x, f32x4.sub(v128.load(here + x, 4), v128.load(here + x - 4)));
      v128.store(rowY + x, f32x4.sub(v128.load(below + x), v128.load(above + x)));
    }
    replicateEnds(rowX, width);
    replicateEnds(rowY, width);
  }
}

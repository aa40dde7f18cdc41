/** Bilinear position of a target pixel centre in a smaller line: whole part and fraction, inside the line. */
function sourcePosition(target: i32, scale: f32, length: i32): f32 {
  return min(max((<f32>target + 0.5) * scale - 0.5, 0), <f32>(length - 1));
}

function bilinear(plane: usize, planeStride: i32, width: i32, height: i32, x: f32, y: f32): f32 {
  const left = <i32>x;
  const top = <i32>y;
  const right = min(left + 1, width - 1);
  const bottom = min(top + 1, height - 1);
  const fx = x - <f32>left;
  const fy = y - <f32>top;
  const upperRow = plane + top * planeStride;
  const lowerRow = plane + bottom * planeStride;
  const upper = load<f32>(upperRow + 4 * left) * (1 - fx) + load<f32>(upperRow + 4 * right) * fx;
  const lower = load<f32>(lowerRow + 4 * left) * (1 - fx) + load<f32>(lowerRow + 4 * right) * fx;
  return upper * (1 - fy) + lower * fy;
}

/** Initial flow of the patches of a level: that of the coarser level at the patch centres, twice as long. */
export function seedPatches(
  planeU: usize,
  planeV: usize,
  planeStride: i32,
  coarseWidth: i32,
  coarseHeight: i32,
  width: i32,
  height: i32,
  patchColumns: i32,
  patchRows: i32,
  patchStride: i32,
  sparseU: usize,
  sparseV: usize,
): void {
  const scaleX = <f32>coarseWidth / <f32>width;
  const scaleY = <f32>coarseHeight / <f32>height;
  for (let row = 0; row < patchRows; row++) {
    const y = sourcePosition(row * patchStride + 4, scaleY, coarseHeight);
    for (let column = 0; column < patchColumns; column++) {
      const x = sourcePosition(column * patchStride + 4, scaleX, coarseWidth);
      const at = 4 * (row * patchColumns + column);
      store<f32>(sparseU + at, 2 * bilinear(planeU, planeStride, coarseWidth, coarseHeight, x, y));
      store<f32>(sparseV + at, 2 * bilinear(planeV, planeStride, coarseWidth, coarseHeight, x, y));
    }
  }
}

/** Mixes two rows of a plane into a line of `width` values with the first and last repeated on both sides. */
function mixRows(upper: usize, lower: usize, lowerShare: f32, factor: f32, width: i32, line: usize): void {
  const share = f32x4.splat(lowerShare * factor);
  const rest = f32x4.splat(factor - lowerShare * factor);
  for (let x = 0; x < 4 * width; x += 16) {
    v128.store(line + x, f32x4.add(f32x4.mul(rest, v128.load(upper + x)), f32x4.mul(share, v128.load(lower + x))));
  }
  store<f32>(line - 4, load<f32>(line));
  store<f32>(line + 4 * width, load<f32>(line + 4 * (width - 1)));
}

/** Doubles two lines of `width` values and interleaves them: u, v, u, v … */
function doubleRow(lineU: usize, lineV: usize, width: i32, output: usize): void {
  const near = f32x4.splat(0.75);
  const far = f32x4.splat(0.25);
  let x = 0;
  for (; x + 4 <= width; x += 4) {
    const at = 4 * x;
    const u = f32x4.mul(near, v128.load(lineU + at));
    const v = f32x4.mul(near, v128.load(lineV + at));
    const evenU = f32x4.add(u, f32x4.mul(far, v128.load(lineU + at - 4)));
    const oddU = f32x4.add(u, f32x4.mul(far, v128.load(lineU + at, 4)));
    const evenV = f32x4.add(v, f32x4.mul(far, v128.load(lineV + at - 4)));
    const oddV = f32x4.add(v, f32x4.mul(far, v128.load(lineV + at, 4)));
    const evenLow = i32x4.shuffle(evenU, evenV, 0, 4, 1, 5);
    const evenHigh = i32x4.shuffle(evenU, evenV, 2, 6, 3, 7);
    const oddLow = i32x4.shuffle(oddU, oddV, 0, 4, 1, 5);
    const oddHigh = i32x4.shuffle(oddU, oddV, 2, 6, 3, 7);
    const to = output + 4 * at;
    v128.store(to, i64x2.shuffle(evenLow, oddLow, 0, 2), 0);
    v128.store(to, i64x2.shuffle(evenLow, oddLow, 1, 3), 16);
    v128.store(to, i64x2.shuffle(evenHigh, oddHigh, 0, 2), 32);
    v128.store(to, i64x2.shuffle(evenHigh, oddHigh, 1, 3), 48);
  }
  for (; x < width; x++) {
    const to = output + 16 * x;
    const u = <f32>0.75 * load<f32>(lineU + 4 * x);
    const v = <f32>0.75 * load<f32>(lineV + 4 * x);
    store<f32>(to, u + <f32>0.25 * load<f32>(lineU + 4 * x - 4), 0);
    store<f32>(to, v + <f32>0.25 * load<f32>(lineV + 4 * x - 4), 4);
    store<f32>(to, u + <f32>0.25 * load<f32>(lineU + 4 * x, 4), 8);
    store<f32>(to, v + <f32>0.25 * load<f32>(lineV + 4 * x, 4), 12);
  }
}

/**
 * The flow at full size, its vectors `factor` times as long, interleaved: float32 `[height, width, 2]`. `lineU` and `lineV` are
 * scratch for a row of the smaller flow, with room for one vector on both sides.
 */
export function enlargeFlow(
  planeU: usize,
  planeV: usize,
  planeStride: i32,
  width: i32,
  height: i32,
  fullWidth: i32,
  fullHeight: i32,
  factor: f32,
  lineU: usize,
  lineV: usize,
  output: usize,
): void {
  const scaleX = <f32>width / <f32>fullWidth;
  const scaleY = <f32>height / <f32>fullHeight;
  for (let row = 0; row < fullHeight; row++) {
    const y = sourcePosition(row, scaleY, height);
    const top = <i32>y;
    const upper = top * planeStride;
    const lower = min(top + 1, height - 1) * planeStride;
    mixRows(planeU + upper, planeU + lower, y - <f32>top, factor, width, lineU);
    mixRows(planeV + upper, planeV + lower, y - <f32>top, factor, width, lineV);
    if (fullWidth == 2 * width) {
      doubleRow(lineU, lineV, width, output);
      output += 8 * fullWidth;
      continue;
    }
    for (let column = 0; column < fullWidth; column++) {
      const x = sourcePosition(column, scaleX, width);
      const left = 4 * <i32>x;
      const share = x - floor(x);
      store<f32>(output, load<f32>(lineU + left) * (1 - share) + load<f32>(lineU + left, 4) * share, 0);
      store<f32>(output, load<f32>(lineV + left) * (1 - share) + load<f32>(lineV + left, 4) * share, 4);
      output += 8;
    }
  }
}

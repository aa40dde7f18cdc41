const patchSize: i32 = 8;
/** Farthest that a displaced patch starts above or left of the image: one pixel of it is still inside. */
const lowestStart: f32 = -7;

/** Four uint8 pixels as float32. */
function widen(pixels: usize): v128 {
  return f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(v128.load8x8_u(pixels)));
}

/** Four pixels of a row, each mixed with its right neighbour. */
function mixAcross(pixels: usize, fx: v128): v128 {
  const left = widen(pixels);
  return f32x4.add(left, f32x4.mul(fx, f32x4.sub(widen(pixels + 1), left)));
}

/** Adds a patch's flow, weighted by how well it explains each pixel, to a strip four pixels wide. */
function addStrip(
  first: usize,
  second: usize,
  stride: i32,
  lines: i32,
  fx: v128,
  fy: v128,
  flowU: v128,
  flowV: v128,
  sumU: usize,
  sumV: usize,
  weights: usize,
  planeStride: i32,
): void {
  const one = f32x4.splat(1);
  let upper = mixAcross(second, fx);
  for (let line = 0; line < lines; line++) {
    second += stride;
    const lower = mixAcross(second, fx);
    const displaced = f32x4.add(upper, f32x4.mul(fy, f32x4.sub(lower, upper)));
    const weight = f32x4.div(one, f32x4.pmax(one, f32x4.abs(f32x4.sub(displaced, widen(first)))));
    v128.store(sumU, f32x4.add(v128.load(sumU), f32x4.mul(weight, flowU)));
    v128.store(sumV, f32x4.add(v128.load(sumV), f32x4.mul(weight, flowV)));
    v128.store(weights, f32x4.add(v128.load(weights), weight));
    upper = lower;
    first += stride;
    sumU += planeStride;
    sumV += planeStride;
    weights += planeStride;
  }
}

/**
 * Flow of every pixel: the mean over the patches that cover it, each weighted by how well it explains that very pixel
 * (Kroeger et al., equation 3). Pixels beyond the last patch of a row or column belong to it. The planes are float32 with rows
 * `planeStride` bytes apart and room for 8 pixels to the right; `weights` is scratch.
 */
export function densify(
  first: usize,
  second: usize,
  stride: i32,
  width: i32,
  height: i32,
  patchColumns: i32,
  patchRows: i32,
  patchStride: i32,
  sparseU: usize,
  sparseV: usize,
  planeU: usize,
  planeV: usize,
  weights: usize,
  planeStride: i32,
): void {
  for (let y = 0; y < height; y++) {
    const length = 4 * (width + patchSize);
    memory.fill(planeU + y * planeStride, 0, length);
    memory.fill(planeV + y * planeStride, 0, length);
    memory.fill(weights + y * planeStride, 0, length);
  }
  for (let row = 0; row < patchRows; row++) {
    const top = row * patchStride;
    const bottom = row == patchRows - 1 ? height : top + patchSize;
    for (let column = 0; column < patchColumns; column++) {
      const start = column * patchStride;
      const columns = column == patchColumns - 1 ? width - start : patchSize;
      const at = 4 * (row * patchColumns + column);
      const u = load<f32>(sparseU + at);
      const v = load<f32>(sparseV + at);
      const x = min(max(<f32>start + u, lowestStart), <f32>(width - 1));
      const y = min(max(<f32>top + v, lowestStart), <f32>(height - 1));
      const fx = f32x4.splat(x - floor(x));
      const fy = f32x4.splat(y - floor(y));
      const flowU = f32x4.splat(u);
      const flowV = f32x4.splat(v);
      const firstPatch = first + top * stride + start;
      const secondPatch = second + <i32>floor(y) * stride + <i32>floor(x);
      const plane = top * planeStride + 4 * start;
      for (let part = 0; part < columns; part += 4) {
        const to = plane + 4 * part;
        addStrip(
          firstPatch + part,
          secondPatch + part,
          stride,
          bottom - top,
          fx,
          fy,
          flowU,
          flowV,
          planeU + to,
          planeV + to,
          weights + to,
          planeStride,
        );
      }
    }
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x += 4) {
      const at = y * planeStride + 4 * x;
      const scale = f32x4.div(f32x4.splat(1), v128.load(weights + at));
      v128.store(planeU + at, f32x4.mul(v128.load(planeU + at), scale));
      v128.store(planeV + at, f32x4.mul(v128.load(planeV + at), scale));
    }
  }
}

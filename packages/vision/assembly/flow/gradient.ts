// Sobel derivatives of a pyramid image: two int16 planes, rows `gradientStride` bytes apart.

function pixel(image: usize, x: i32): i32 {
  return <i32>load<u8>(image + x);
}

/** Derivatives at the first or last column, where the column beyond is the mirror image of `inner`. */
function mirrorColumn(above: usize, here: usize, below: usize, x: i32, inner: i32, gradientX: usize, gradientY: usize): void {
  store<i16>(gradientX + 2 * x, 0);
  const belowSum = 2 * (pixel(below, inner) + pixel(below, x));
  const aboveSum = 2 * (pixel(above, inner) + pixel(above, x));
  store<i16>(gradientY + 2 * x, <i16>(belowSum - aboveSum));
}

/** 3 × 3 Sobel derivatives of an image, mirrored at its border (not replicated as the border in memory is). */
export function sobelGradients(image: usize, stride: i32, width: i32, height: i32, gradientX: usize, gradientY: usize, gradientStride: i32): void {
  for (let y = 0; y < height; y++) {
    const here = image + y * stride;
    const above = y > 0 ? here - stride : here + stride;
    const below = y < height - 1 ? here + stride : here - stride;
    const rowX = gradientX + y * gradientStride;
    const rowY = gradientY + y * gradientStride;
    for (let x = 0; x < width; x += 8) {
      const aboveLeft = v128.load8x8_u(above + x - 1);
      const aboveRight = v128.load8x8_u(above + x + 1);
      const hereLeft = v128.load8x8_u(here + x - 1);
      const hereRight = v128.load8x8_u(here + x + 1);
      const belowLeft = v128.load8x8_u(below + x - 1);
      const belowRight = v128.load8x8_u(below + x + 1);
      const corners = i16x8.sub(belowRight, aboveLeft);
      const crossCorners = i16x8.sub(aboveRight, belowLeft);
      const across = i16x8.sub(hereRight, hereLeft);
      const down = i16x8.sub(v128.load8x8_u(below + x), v128.load8x8_u(above + x));
      v128.store(rowX + 2 * x, i16x8.add(i16x8.add(corners, crossCorners), i16x8.add(across, across)));
      v128.store(rowY + 2 * x, i16x8.add(i16x8.sub(corners, crossCorners), i16x8.add(down, down)));
    }
    mirrorColumn(above, here, below, 0, 1, rowX, rowY);
    mirrorColumn(above, here, below, width - 1, width - 2, rowX, rowY);
  }
}

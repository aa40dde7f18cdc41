import type { GrayImage } from './gray-image.ts';

/** Sobel derivatives of a picture; both planes `[height, width]`, eight times the slope in gray levels a pixel. */
export interface Gradients {
  readonly x: Int16Array;
  readonly y: Int16Array;
}

/** Mirrors a coordinate at the border pixel: -1 is 1, `length` is `length - 2`. */
function mirrorInto(length: number, value: number): number {
  return value < 0 ? -value : value >= length ? 2 * length - 2 - value : value;
}

/** 3 × 3 Sobel derivatives, mirrored at the border. */
export function sobelGradients(image: GrayImage): Gradients {
  const { width, height, data } = image;
  const x = new Int16Array(width * height);
  const y = new Int16Array(width * height);
  for (let row = 0; row < height; row++) {
    const above = mirrorInto(height, row - 1) * width;
    const here = row * width;
    const below = mirrorInto(height, row + 1) * width;
    for (let column = 0; column < width; column++) {
      const left = mirrorInto(width, column - 1);
      const right = mirrorInto(width, column + 1);
      const smoothedColumn = (at: number): number => data[above + at] + 2 * data[here + at] + data[below + at];
      const smoothedRow = (start: number): number => data[start + left] + 2 * data[start + column] + data[start + right];
      x[here + column] = smoothedColumn(right) - smoothedColumn(left);
      y[here + column] = smoothedRow(below) - smoothedRow(above);
    }
  }
  return { x, y };
}

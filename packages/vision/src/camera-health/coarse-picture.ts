import { coarseCellPixels, type TileGrid } from './tile-grid.ts';

/** Pixels of a cell that are read: every second row says as much as all of them. */
export const coarseCellSamples = (coarseCellPixels * coarseCellPixels) / 2;

/**
 * Sums of the gray levels of every coarse cell, `[rows, columns]`, 0 to 2040 (8 pixels of 255 each). They are whole numbers, so that
 * equal sums tell an exactly repeated cell.
 */
export function sumCells(data: Uint8Array, grid: TileGrid, into: Float32Array): void {
  const { width, columns, rows } = grid;
  for (let row = 0; row < rows; row++) {
    let at = row * coarseCellPixels * width;
    let below = at + 2 * width;
    const end = (row + 1) * columns;
    for (let cell = row * columns; cell < end; cell++, at += coarseCellPixels, below += coarseCellPixels) {
      into[cell] =
        data[at] + data[at + 1] + data[at + 2] + data[at + 3] + data[below] + data[below + 1] + data[below + 2] + data[below + 3];
    }
  }
}

/**
 * Gradient of the coarse picture by central differences, gray levels a cell, `[rows, columns]` each; 0 at the border.
 *
 * @param sums - what {@link sumCells} gave
 */
export function coarseGradient(sums: Float32Array, grid: TileGrid, intoX: Float32Array, intoY: Float32Array): void {
  const { columns, rows } = grid;
  const scale = 0.5 / coarseCellSamples;
  for (let row = 1; row < rows - 1; row++) {
    const end = (row + 1) * columns - 1;
    for (let cell = row * columns + 1; cell < end; cell++) {
      intoX[cell] = (sums[cell + 1] - sums[cell - 1]) * scale;
      intoY[cell] = (sums[cell + columns] - sums[cell - columns]) * scale;
    }
  }
}

import { coarseCellPixels, type TileGrid } from './tile-grid.ts';

/** Detail samples in a coarse cell. */
const samplesPerCell = 2;

/** Number of detail samples of a picture. */
export function fineSampleCount(grid: TileGrid): number {
  return grid.columns * grid.rows * samplesPerCell;
}

/**
 * The finest detail of a picture: the second differences (Laplacian, 4-neighbour) at two pixels of every coarse cell, gray levels,
 * `[rows, columns, 2]`. It is what a defocused lens loses first.
 */
export function fineDetail(data: Uint8Array, grid: TileGrid, into: Float32Array): void {
  const { width, columns, rows } = grid;
  let sample = 0;
  for (let row = 0; row < rows; row++) {
    // The middle rows and columns of a cell always have neighbours on all sides.
    let at = (row * coarseCellPixels + 1) * width + 1;
    for (let column = 0; column < columns; column++, at += coarseCellPixels) {
      into[sample++] = 4 * data[at] - data[at - 1] - data[at + 1] - data[at - width] - data[at + width];
      const next = at + width + 1;
      into[sample++] = 4 * data[next] - data[next - 1] - data[next + 1] - data[next - width] - data[next + width];
    }
  }
}

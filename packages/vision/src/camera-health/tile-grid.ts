/** Side of a coarse cell, pixels of the gray picture: wide enough that sensor noise and small vibration average out. */
export const coarseCellPixels = 4;

/** Coarse cells along the side of a tile, about: enough of them that chance seldom looks like agreement. */
const tileCells = 6;

/** How a picture is divided for the health of its camera: coarse cells of 4 × 4 pixels, and tiles of about 6 × 6 cells. */
export interface TileGrid {
  readonly width: number;
  readonly height: number;
  /** Coarse cells; the pixels of a last narrower column or row are left out. */
  readonly columns: number;
  readonly rows: number;
  readonly tileColumns: number;
  readonly tileRows: number;
  /** `[rows, columns]` tile of each coarse cell. */
  readonly tileOfCell: Uint16Array;
}

/** Divides a picture of `width` × `height` pixels. Pictures of less than 3 × 3 coarse cells have no tiles. */
export function tileGrid(width: number, height: number): TileGrid {
  const columns = Math.floor(width / coarseCellPixels);
  const rows = Math.floor(height / coarseCellPixels);
  const judged = columns >= 3 && rows >= 3;
  const tileColumns = judged ? Math.max(1, Math.round(columns / tileCells)) : 0;
  const tileRows = judged ? Math.max(1, Math.round(rows / tileCells)) : 0;
  const tileOfCell = new Uint16Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    const tileRow = Math.floor((row * tileRows) / rows);
    for (let column = 0; column < columns; column++) {
      tileOfCell[row * columns + column] = tileRow * tileColumns + Math.floor((column * tileColumns) / columns);
    }
  }
  return { width, height, columns, rows, tileColumns, tileRows, tileOfCell };
}

/** Number of tiles of a grid. */
export function tileCount(grid: TileGrid): number {
  return grid.tileColumns * grid.tileRows;
}

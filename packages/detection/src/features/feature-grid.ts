/**
 * Places in a picture: half-overlapping square cells, a tenth of the picture's height wide, one every twentieth of it. Cells
 * are numbered row by row from the top left corner.
 */
export interface FeatureGrid {
  readonly columns: number;
  readonly rows: number;
  /** Width of the picture divided by its height. */
  readonly aspect: number;
}

/** Cells below one another in every picture: their side is a tenth of the height, they are half of that apart. */
const rows = 19;

/** Distance of neighbouring cell centres, in picture heights. */
export const cellStepHeights = 1 / (rows + 1);

/** The grid of a picture of `width` × `height` pixels. Pictures narrower than one cell have one column. */
export function makeFeatureGrid(width: number, height: number): FeatureGrid {
  const aspect = width / height;
  return { columns: Math.max(1, Math.floor(aspect * (rows + 1) + 1e-9) - 1), rows, aspect };
}

/** Number of cells of a grid. */
export function cellCount(grid: FeatureGrid): number {
  return grid.columns * grid.rows;
}

/** Centre of a cell in fractions of the picture's width (x) and height (y). */
export function cellCentre(grid: FeatureGrid, cell: number): { x: number; y: number } {
  const column = cell % grid.columns;
  const row = (cell - column) / grid.columns;
  return { x: Math.min(1, ((column + 1) * cellStepHeights) / grid.aspect), y: (row + 1) * cellStepHeights };
}

/** Whether two grids have the same places. */
export function sameGrid(a: FeatureGrid, b: FeatureGrid): boolean {
  return a.columns === b.columns && a.rows === b.rows && Math.abs(a.aspect - b.aspect) < 0.02;
}

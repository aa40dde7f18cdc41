/** How a picture is divided into square blocks; the last column and row may be narrower. */
export interface BlockGrid {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
}

/** Side of a block in pixels: about a third of the smallest walker worth seeing in a 360-pixel picture. */
export const blockSizePixels = 8;

/** Divides a picture of `width` × `height` pixels into blocks. */
export function blockGrid(width: number, height: number): BlockGrid {
  return { width, height, columns: Math.ceil(width / blockSizePixels), rows: Math.ceil(height / blockSizePixels) };
}

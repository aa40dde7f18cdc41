import type { BoundingBox } from '@vigil/contracts';
import type { TileGrid } from './tile-grid.ts';

/** Box around the marked tiles, fractions of the picture; null where none is marked. */
export function lostBox(marked: Uint8Array, { tileColumns, tileRows }: TileGrid): BoundingBox | null {
  let [left, top, right, bottom] = [tileColumns, tileRows, 0, 0];
  for (let tile = 0; tile < marked.length; tile++) {
    if (marked[tile] === 0) continue;
    const column = tile % tileColumns;
    const row = Math.floor(tile / tileColumns);
    left = Math.min(left, column);
    right = Math.max(right, column + 1);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row + 1);
  }
  if (right === 0) return null;
  return {
    left: left / tileColumns,
    top: top / tileRows,
    width: (right - left) / tileColumns,
    height: (bottom - top) / tileRows,
  };
}

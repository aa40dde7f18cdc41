import type { BoundingBox } from '@vigil/contracts';
import { blockSizePixels, type BlockGrid } from './block-grid.ts';
import type { ChangeReport } from './change-gate.ts';

/** When anything last moved in a part of the picture, seconds of media time; −Infinity where nothing did. */
export function lastMovedWithin(change: ChangeReport, grid: BlockGrid, box: BoundingBox): number {
  const firstColumn = Math.max(0, Math.floor((box.left * grid.width) / blockSizePixels));
  const lastColumn = Math.min(grid.columns - 1, Math.floor(((box.left + box.width) * grid.width) / blockSizePixels));
  const firstRow = Math.max(0, Math.floor((box.top * grid.height) / blockSizePixels));
  const lastRow = Math.min(grid.rows - 1, Math.floor(((box.top + box.height) * grid.height) / blockSizePixels));
  let latest = -Infinity;
  for (let row = firstRow; row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      latest = Math.max(latest, change.lastMovedSeconds[row * grid.columns + column]);
    }
  }
  return latest;
}

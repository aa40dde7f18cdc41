import type { BoundingBox } from '@vigil/contracts';
import {
  appearanceLength,
  appearanceScale,
  type AppearanceSample,
  cellCentre,
  type FeatureGrid,
  type MotionSample,
} from '@vigil/detection';
import { type TileAppearance, toTile } from '@vigil/models';

/** Cells slower than this are not looked at, picture heights a second: what they show is mostly background. */
const leastHeightsPerSecond = 0.0146;

/** A cell to be looked at, and the tile in which it lies most central. */
export interface CellView {
  readonly cell: number;
  /** Index into the list of tiles. */
  readonly tile: number;
  /** Centre of the cell in fractions of the tile. */
  readonly x: number;
  readonly y: number;
}

/** The cells that move fast enough to be looked at, each in its best tile. */
export function viewCells(grid: FeatureGrid, motion: MotionSample, tiles: readonly BoundingBox[]): CellView[] {
  const views: CellView[] = [];
  motion.cells.forEach((cell, i) => {
    if (Math.hypot(motion.velocityX[i], motion.velocityY[i]) < leastHeightsPerSecond) return;
    const centre = cellCentre(grid, cell);
    let best: CellView | null = null;
    let least = Infinity;
    tiles.forEach((box, tile) => {
      const { left: x, top: y } = toTile(box, { left: centre.x, top: centre.y, width: 0, height: 0 });
      const offCentre = Math.max(Math.abs(x - 0.5), Math.abs(y - 0.5));
      if (offCentre >= least) return;
      least = offCentre;
      best = { cell, tile, x, y };
    });
    if (best) views.push(best);
  });
  return views;
}

/** Appearance vectors of the cells, from the detector's features of their tiles. */
export function readAppearance(views: readonly CellView[], tiles: ReadonlyMap<number, TileAppearance>): AppearanceSample {
  const seen = views.filter((view) => tiles.has(view.tile));
  const vectors = new Int8Array(seen.length * appearanceLength);
  seen.forEach((view, i) => {
    const map = tiles.get(view.tile)?.block12;
    if (!map) return;
    const column = Math.min(map.width - 1, Math.max(0, Math.floor(view.x * map.width)));
    const row = Math.min(map.height - 1, Math.max(0, Math.floor(view.y * map.height)));
    const at = (row * map.width + column) * map.channels;
    quantise(map.data.subarray(at, at + appearanceLength), vectors, i * appearanceLength);
  });
  return { cells: Uint16Array.from(seen, (view) => view.cell), vectors };
}

function quantise(values: Float32Array, into: Int8Array, offset: number): void {
  let squares = 0;
  for (const value of values) squares += value * value;
  const scale = appearanceScale / (Math.sqrt(squares) + 1e-6);
  values.forEach((value, k) => {
    into[offset + k] = Math.max(-127, Math.min(127, Math.round(value * scale)));
  });
}

import { type BoundingBox } from '@vigil/contracts';
import { cellCentre, cellCount, type FeatureGrid } from '@vigil/detection';
import { type ActivityMap, speedOf } from './activity-map.ts';

/** A stretch of time in which something moved in a place. */
export interface ActiveMoment {
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** When most of the place moved fastest, the middle of a stretch. */
  readonly peakSeconds: number;
  /** Motion over the place and the time, as a share of that of the strongest moment. */
  readonly strength: number;
}

/** Motion below this is that of leaves, noise and compression, picture heights a second. */
const leastSpeed = 0.04;
/** Pauses up to so long do not end a moment, seconds. */
const longestPauseSeconds = 2;
/** Motion that goes on for longer is told in parts, so that the liveliest come first. */
const longestMomentSeconds = 10;

/** When something moved in a place of the picture, most movement first. */
export function searchActivity(map: ActivityMap, place: BoundingBox): ActiveMoment[] {
  const { grid, stretchSeconds, cells } = map;
  const inside = cellsIn(grid, place);
  const perStretch = cellCount(grid);
  const runs: { first: number; last: number; peak: number; most: number; total: number }[] = [];
  for (let stretch = 0; stretch * perStretch < cells.length; stretch += 1) {
    let movement = 0;
    for (const cell of inside) {
      const speed = speedOf(cells[stretch * perStretch + cell]);
      if (speed >= leastSpeed) movement += speed;
    }
    if (movement === 0) continue;
    const run = runs.at(-1);
    const isOver =
      run !== undefined &&
      ((stretch - run.last - 1) * stretchSeconds > longestPauseSeconds ||
        (stretch - run.first + 1) * stretchSeconds > longestMomentSeconds);
    if (run === undefined || isOver) {
      runs.push({ first: stretch, last: stretch, peak: stretch, most: movement, total: movement });
      continue;
    }
    run.last = stretch;
    run.total += movement;
    if (movement > run.most) [run.peak, run.most] = [stretch, movement];
  }
  const strongest = Math.max(...runs.map(({ total }) => total));
  return runs
    .toSorted((a, b) => b.total - a.total || a.first - b.first)
    .map(({ first, last, peak, total }) => ({
      startSeconds: first * stretchSeconds,
      endSeconds: (last + 1) * stretchSeconds,
      peakSeconds: (peak + 0.5) * stretchSeconds,
      strength: total / strongest,
    }));
}

/** Cells whose centre lies in a place; the nearest one where the place is smaller than a cell. */
function cellsIn(grid: FeatureGrid, { left, top, width, height }: BoundingBox): readonly number[] {
  const all = Array.from({ length: cellCount(grid) }, (_, cell) => ({ cell, ...cellCentre(grid, cell) }));
  const inside = all.filter(({ x, y }) => x >= left && x <= left + width && y >= top && y <= top + height);
  if (inside.length > 0) return inside.map(({ cell }) => cell);
  const [middleX, middleY] = [left + width / 2, top + height / 2];
  const distance = ({ x, y }: { x: number; y: number }): number => Math.hypot((x - middleX) * grid.aspect, y - middleY);
  return [all.reduce((best, cell) => (distance(cell) < distance(best) ? cell : best)).cell];
}

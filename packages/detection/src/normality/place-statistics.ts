import type { FeatureGrid } from '../features/feature-grid.ts';

/** Directions that are told apart: east, south-east, south, …, clockwise as seen. */
export const directionBins = 8;

/** Where things move, and which way: counts over places of two by two cells. */
export interface PlaceStatistics {
  readonly columns: number;
  readonly rows: number;
  /** Moments looked at. */
  samples: number;
  /** Moments with motion at a place or beside it, a value a place. */
  readonly occupied: Float64Array;
  /** `[places, 8]` moving cells by direction. */
  readonly directions: Float64Array;
}

/** Counts of nothing. */
export function emptyPlaces(grid: FeatureGrid): PlaceStatistics {
  const columns = Math.ceil(grid.columns / 2);
  const rows = Math.ceil(grid.rows / 2);
  return {
    columns,
    rows,
    samples: 0,
    occupied: new Float64Array(columns * rows),
    directions: new Float64Array(columns * rows * directionBins),
  };
}

/** The place that a cell belongs to. */
export function placeOf(grid: FeatureGrid, places: PlaceStatistics, cell: number): number {
  const column = cell % grid.columns;
  const row = (cell - column) / grid.columns;
  return (row >> 1) * places.columns + (column >> 1);
}

/** Number of the direction of a motion, 0 to 7. */
export function directionOf(velocityX: number, velocityY: number): number {
  return (Math.round((Math.atan2(velocityY, velocityX) / (2 * Math.PI)) * directionBins) + directionBins) % directionBins;
}

/** Adds one moment: the places where something moves, and the motion of each moving cell. */
export function countMoment(
  grid: FeatureGrid,
  places: PlaceStatistics,
  moving: readonly { readonly cell: number; readonly velocityX: number; readonly velocityY: number }[],
): void {
  places.samples += 1;
  const touched = new Set<number>();
  for (const { cell, velocityX, velocityY } of moving) {
    const place = placeOf(grid, places, cell);
    places.directions[place * directionBins + directionOf(velocityX, velocityY)] += 1;
    const column = place % places.columns;
    const row = (place - column) / places.columns;
    // what walks past one place may as well walk past the next
    for (let y = Math.max(0, row - 1); y <= Math.min(places.rows - 1, row + 1); y += 1) {
      for (let x = Math.max(0, column - 1); x <= Math.min(places.columns - 1, column + 1); x += 1)
        touched.add(y * places.columns + x);
    }
  }
  for (const place of touched) places.occupied[place] += 1;
}

/** Adds (or, with −1, takes away) the counts of other footage. */
export function addPlaces(into: PlaceStatistics, other: PlaceStatistics, sign: 1 | -1 = 1): PlaceStatistics {
  const sum: PlaceStatistics = {
    columns: into.columns,
    rows: into.rows,
    samples: into.samples + sign * other.samples,
    occupied: into.occupied.map((value, i) => value + sign * other.occupied[i]),
    directions: into.directions.map((value, i) => value + sign * other.directions[i]),
  };
  return sum;
}

/** −log10 of the chance that normal footage has motion at this place in a moment. */
export function placeSurprise(places: PlaceStatistics, place: number): number {
  return -Math.log10((1 + places.occupied[place]) / (1 + places.samples));
}

/** Motions that a place must have shown before its own directions outweigh those of the whole picture. */
const directionPrior = 40;

/** −log10 of the share of the motions at this place that go this way or beside it, shrunk towards the whole picture's. */
export function directionSurprise(places: PlaceStatistics, overall: Float64Array, place: number, direction: number): number {
  let own = 0;
  let total = 0;
  let expected = 0;
  for (let bin = 0; bin < directionBins; bin += 1) {
    const count = places.directions[place * directionBins + bin];
    const apart = Math.min((bin - direction + directionBins) % directionBins, (direction - bin + directionBins) % directionBins);
    total += count;
    if (apart <= 1) {
      own += count;
      expected += overall[bin];
    }
  }
  return -Math.log10((own + directionPrior * expected) / (total + directionPrior));
}

/** Shares of the directions over all places, never 0. */
export function overallDirections(places: PlaceStatistics): Float64Array {
  const sums = new Float64Array(directionBins).fill(1);
  places.directions.forEach((count, i) => {
    sums[i % directionBins] += count;
  });
  const total = sums.reduce((sum, value) => sum + value, 0);
  return sums.map((value) => value / total);
}

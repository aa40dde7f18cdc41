import { describe, expect, it } from 'vitest';
import { makeFeatureGrid } from '../features/feature-grid.ts';
import {
  addPlaces,
  countMoment,
  directionBins,
  directionOf,
  directionSurprise,
  emptyPlaces,
  overallDirections,
  placeOf,
  placeSurprise,
  type PlaceStatistics,
} from './place-statistics.ts';

const grid = makeFeatureGrid(360, 240);
const lane = 9 * grid.columns + 14;
const corner = 0;
const farCorner = 18 * grid.columns + 28;

function counted(moments: number, cells: readonly number[], velocityX = 0.1, velocityY = 0): PlaceStatistics {
  const places = emptyPlaces(grid);
  for (let i = 0; i < moments; i += 1)
    countMoment(
      grid,
      places,
      cells.map((cell) => ({ cell, velocityX, velocityY })),
    );
  return places;
}

describe('directionOf', () => {
  it('counts clockwise from the east', () => {
    const compass = [
      [1, 0],
      [1, 1],
      [0, 1],
      [-1, 1],
      [-1, 0],
      [-1, -1],
      [0, -1],
      [1, -1],
    ];
    expect(compass.map(([x, y]) => directionOf(x, y))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('gives a bin for every angle', () => {
    const bins = Array.from({ length: 3600 }, (_, i) =>
      directionOf(Math.cos((i * Math.PI) / 1800), Math.sin((i * Math.PI) / 1800)),
    );
    expect(new Set(bins)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7]));
    expect(directionOf(-1, -0)).toBe(4);
    expect(directionOf(-1, 0)).toBe(4);
  });
});

describe('placeOf', () => {
  it('joins two by two cells and covers the whole grid', () => {
    const places = emptyPlaces(grid);
    const numbers = Array.from({ length: grid.columns * grid.rows }, (_, cell) => placeOf(grid, places, cell));
    expect(new Set(numbers).size).toBe(places.columns * places.rows);
    expect(Math.max(...numbers)).toBe(places.columns * places.rows - 1);
    const same = [0, 1, grid.columns, grid.columns + 1].map((cell) => numbers[cell]);
    expect(same).toEqual([0, 0, 0, 0]);
  });
});

describe('countMoment', () => {
  it('counts a place and those beside it once a moment, however many cells move', () => {
    const places = counted(10, [lane, lane + 1, lane + grid.columns]);
    const at = placeOf(grid, places, lane);
    expect([places.samples, places.occupied[at], places.occupied[at + 1], places.occupied[at + 2]]).toEqual([10, 10, 10, 0]);
    expect(places.directions.reduce((sum, count) => sum + count, 0)).toBe(30);
  });

  it('counts moments at which nothing moves', () => {
    const places = counted(7, []);
    expect(places.samples).toBe(7);
    expect(Math.max(...places.occupied)).toBe(0);
  });

  it('stays inside the grid at its corners', () => {
    const places = counted(1, [corner, farCorner]);
    expect(places.occupied.reduce((sum, count) => sum + count, 0)).toBe(8);
  });
});

describe('addPlaces', () => {
  it('takes away what it added, without changing its parts', () => {
    const a = counted(20, [lane]);
    const b = counted(5, [corner], -0.1, 0.02);
    const before = structuredClone({ a, b });
    const sum = addPlaces(a, b);
    expect(sum.samples).toBe(25);
    expect(addPlaces(sum, b, -1)).toEqual(a);
    expect(addPlaces(sum, a, -1)).toEqual(b);
    expect({ a, b }).toEqual(before);
  });
});

describe('placeSurprise', () => {
  it('rises the less often things move at a place', () => {
    const places = addPlaces(counted(99, [lane]), counted(900, []));
    const [usual, never] = [lane, corner].map((cell) => placeSurprise(places, placeOf(grid, places, cell)));
    expect(usual).toBeCloseTo(1, 10);
    expect(never).toBeCloseTo(3, 10);
  });

  it('is 0 where nothing was learned', () => {
    expect(placeSurprise(emptyPlaces(grid), 0)).toBeCloseTo(0, 12);
  });
});

describe('directionSurprise', () => {
  // everything goes east in the lane, everything goes west above it
  const west = lane - 8 * grid.columns;
  const places = addPlaces(counted(1000, [lane]), counted(1000, [west], -0.1));
  const overall = overallDirections(places);
  const surprise = (cell: number, direction: number): number =>
    directionSurprise(places, overall, placeOf(grid, places, cell), direction);

  it('is low along the usual direction and beside it', () => {
    for (const direction of [7, 0, 1]) expect(surprise(lane, direction)).toBeLessThan(0.05);
  });

  it('is high against it, place by place', () => {
    expect(surprise(lane, 4)).toBeGreaterThan(1.5);
    expect(surprise(west, 4)).toBeLessThan(0.05);
    expect(surprise(west, 0)).toBeGreaterThan(1.5);
  });

  it('follows the whole picture at a place without motions of its own', () => {
    expect(surprise(farCorner, 0)).toBeCloseTo(surprise(farCorner, 4), 6);
    expect(surprise(farCorner, 0)).toBeLessThan(0.5);
    expect(surprise(farCorner, 2)).toBeGreaterThan(2);
  });

  it('is never negative and always finite', () => {
    const all = Array.from({ length: places.columns * places.rows * directionBins }, (_, i) =>
      directionSurprise(places, overall, i >> 3, i & 7),
    );
    expect(all.filter((value) => !(value >= -1e-12 && value < 20))).toEqual([]);
  });

  it('knows no direction where nothing was learned', () => {
    const nothing = emptyPlaces(grid);
    const even = overallDirections(nothing);
    expect(even.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(directionSurprise(nothing, even, 0, 3)).toBeCloseTo(-Math.log10(3 / 8), 10);
  });
});

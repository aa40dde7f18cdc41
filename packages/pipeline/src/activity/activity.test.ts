import { type FeatureRecord, makeFeatureGrid } from '@vigil/detection';
import { describe, expect, it } from 'vitest';
import { activityMapOf, decodeActivityMap, encodeActivityMap, speedOf } from './activity-map.ts';
import { searchActivity } from './search-activity.ts';

const grid = makeFeatureGrid(320, 240);

/** A record in which one cell moves. */
function record(seconds: number, cell: number, speed: number): FeatureRecord {
  return {
    index: 0,
    seconds,
    motion: {
      cells: Uint16Array.of(cell),
      velocityX: Float32Array.of(speed * 0.6),
      velocityY: Float32Array.of(speed * 0.8),
      incoherence: Float32Array.of(0),
    },
    appearance: null,
    tracks: [],
    people: null,
    sightings: null,
    camera: null,
    blobCount: 0,
    stationaryStarted: [],
    stationaryEnded: [],
  };
}

const [topLeft, bottomRight] = [0, grid.columns * grid.rows - 1];
const records = [
  record(3.2, topLeft, 0.3),
  record(3.6, topLeft, 0.2),
  record(5.1, topLeft, 0.1),
  record(20.5, topLeft, 1),
  record(21.5, topLeft, 1),
  record(30, bottomRight, 0.5),
  record(40, topLeft, 0.01),
  { ...record(41, topLeft, 1), motion: null },
];
const map = await activityMapOf({ grid, records: () => records }, 59.5);

describe('the record of where things moved', () => {
  it('keeps the fastest motion of a cell in a second, within a hundredth of it', () => {
    expect([map.stretchSeconds, map.cells.length]).toEqual([1, 60 * grid.columns * grid.rows]);
    expect(speedOf(map.cells[3 * grid.columns * grid.rows])).toBeCloseTo(0.3, 2);
    expect(map.cells.filter((value) => value > 0)).toHaveLength(6);
  });

  it('is the same when it is read again, and small', () => {
    const bytes = encodeActivityMap(map);
    expect(decodeActivityMap(bytes)).toEqual(map);
    expect(bytes.length).toBeLessThan(400);
    expect(() => decodeActivityMap(bytes.subarray(0, 60))).toThrow('is damaged');
    expect(() => decodeActivityMap(new Uint8Array(10))).toThrow('is damaged');
  });

  it('stays bounded for long recordings', async () => {
    const long = await activityMapOf({ grid, records: () => [record(86_000, topLeft, 1)] }, 86_400);
    expect(long.stretchSeconds).toBe(5);
    expect(long.cells.length).toBe(17_281 * grid.columns * grid.rows);
  });
});

describe('what moved in a place', () => {
  it('comes with most movement first; short pauses do not part it', () => {
    const found = searchActivity(map, { left: 0, top: 0, width: 0.2, height: 0.2 });
    expect(found).toEqual([
      { startSeconds: 20, endSeconds: 22, peakSeconds: 20.5, strength: 1 },
      { startSeconds: 3, endSeconds: 6, peakSeconds: 3.5, strength: expect.closeTo(0.2, 1) },
    ]);
  });

  it('is told in parts where it goes on and on', async () => {
    const steady = Array.from({ length: 24 }, (_, second) => record(second + 0.5, topLeft, second < 12 ? 0.2 : 0.4));
    const busy = await activityMapOf({ grid, records: () => steady }, 23.9);
    const found = searchActivity(busy, { left: 0, top: 0, width: 0.2, height: 0.2 });
    expect(found.map(({ startSeconds, endSeconds }) => [startSeconds, endSeconds])).toEqual([
      [10, 20],
      [0, 10],
      [20, 24],
    ]);
  });

  it('is nothing where nothing moved', () => {
    expect(searchActivity(map, { left: 0.4, top: 0.4, width: 0.1, height: 0.1 })).toEqual([]);
  });

  it('is looked for in the nearest cell where the place is a point', () => {
    const found = searchActivity(map, { left: 1, top: 1, width: 0, height: 0 });
    expect(found.map(({ startSeconds }) => startSeconds)).toEqual([30]);
  });
});

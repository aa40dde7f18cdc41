import type { BoundingBox } from '@vigil/contracts';
import { describe, expect, it } from 'vitest';
import type { DetectionCandidate } from './decode-detections.ts';
import type { ObjectLabel } from './object-labels.ts';
import { suppressDuplicates } from './suppress-duplicates.ts';
import { fromTile, tilesFor, toTile, wholePicture } from './tiles.ts';

const box = (left: number, top: number, width: number, height: number): BoundingBox => ({ left, top, width, height });
const seen = (label: ObjectLabel, score: number, at: BoundingBox): DetectionCandidate => ({ label, score, box: at });

describe('tilesFor', () => {
  it('is the whole picture where people are large', () => {
    expect(tilesFor(360, 240, false)).toEqual([wholePicture]);
  });

  it.each([
    [360, 240, 2],
    [240, 240, 1],
    [640, 480, 2],
    [1280, 720, 2],
    [240, 360, 2],
    [1000, 100, 11],
  ])('cuts %i × %i pixels into %i squares that overlap and reach both ends', (width, height, count) => {
    const tiles = tilesFor(width, height, true);
    const side = Math.min(width, height);
    expect(tiles).toHaveLength(count);
    for (const tile of tiles) {
      expect(tile.width * width).toBeCloseTo(side, 9);
      expect(tile.height * height).toBeCloseTo(side, 9);
      expect(Math.abs(tile.left * width - Math.round(tile.left * width))).toBeLessThan(1e-9);
    }
    const last = tiles.at(-1) ?? wholePicture;
    expect([tiles[0].left, tiles[0].top]).toEqual([0, 0]);
    expect([last.left + last.width, last.top + last.height].map((edge) => edge.toFixed(9))).toEqual([
      '1.000000000',
      '1.000000000',
    ]);
    tiles.slice(1).forEach((tile, index) => {
      const step = tile.left - tiles[index].left + (tile.top - tiles[index].top);
      expect(step * Math.max(width, height)).toBeLessThanOrEqual(0.9 * side + 1);
    });
  });

  it('converts boxes there and back', () => {
    const [, tile] = tilesFor(360, 240, true);
    const inTile = box(0.5, 0.25, 0.25, 0.5);
    expect(fromTile(tile, inTile).left).toBeCloseTo(1 / 3 + 1 / 3, 9);
    expect(toTile(tile, fromTile(tile, inTile)).width).toBeCloseTo(0.25, 9);
  });
});

describe('suppressDuplicates', () => {
  it('keeps the best of overlapping boxes of one class, and those of another class', () => {
    const kept = suppressDuplicates(
      [wholePicture],
      [
        [
          seen('Person', 0.4, box(0.1, 0.1, 0.2, 0.4)),
          seen('Person', 0.6, box(0.11, 0.1, 0.2, 0.4)),
          seen('Bicycle', 0.5, box(0.1, 0.1, 0.2, 0.4)),
        ],
      ],
    );
    expect(kept.map(({ label, score }) => [label, score])).toEqual([
      ['Person', 0.6],
      ['Bicycle', 0.5],
    ]);
  });

  const tiles = tilesFor(360, 240, true);

  it('finds an object once that two tiles see whole', () => {
    const person = box(0.45, 0.3, 0.05, 0.2);
    const kept = suppressDuplicates(
      tiles,
      tiles.map((tile, index) => [seen('Person', 0.4 + index / 10, toTile(tile, person))]),
    );
    expect(kept).toHaveLength(1);
    expect(kept[0].score).toBeCloseTo(0.5, 9);
    expect(kept[0].box.left).toBeCloseTo(person.left, 9);
  });

  it('drops the piece that a tile cut off, though it scores better', () => {
    const cart = box(0.55, 0.3, 0.3, 0.3);
    const piece = box(0.55, 0.3, 2 / 3 - 0.55, 0.3);
    const kept = suppressDuplicates(tiles, [
      [seen('Vehicle', 0.7, toTile(tiles[0], piece))],
      [seen('Vehicle', 0.5, toTile(tiles[1], cart))],
    ]);
    expect(kept.map(({ score }) => score)).toEqual([0.5]);
  });

  it('keeps a cut-off object that only one tile sees', () => {
    const kept = suppressDuplicates(tiles, [[seen('Vehicle', 0.7, box(0.9, 0.3, 0.1, 0.3))], []]);
    expect(kept).toHaveLength(1);
  });
});

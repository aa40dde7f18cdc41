import type { TileComparison } from './scene-reference.ts';
import { tileCount, type TileGrid } from './tile-grid.ts';

/** How the tiles of a picture stand against the reference, in a few numbers. */
export interface ViewReport {
  /** Tiles that have edges to judge by. */
  readonly judgedTiles: number;
  /** Share of these whose edges are where they used to be, 0 to 1. */
  readonly seenShare: number;
  /** Share of these whose edges are gone with nothing in their place, 0 to 1. */
  readonly emptyShare: number;
  /** How strong the edges still seen are, median, 1 as in the reference: light and exposure change it. */
  readonly edgeGain: number;
  /** How much of the finest detail is left relative to the edges, median, 1 as in the reference; NaN where too few tiles tell. */
  readonly sharpness: number;
}

/** Mean squared gradient that a tile needs to be judged, (gray levels a cell)². */
const leastEdgeEnergy = 4;
/** Mean squared fine detail that a tile needs to tell sharpness, gray levels². */
const leastDetailEnergy = 9;
/** Edges are where they used to be from this likeness on. */
const seenLikeness = 0.4;
/** A tile is empty below this share of the energy that its edges used to have. */
const emptyEnergyShare = 0.25;
/** So many tiles must have edges for anything to be said. */
const leastJudgedTiles = 6;
/** Sharpness needs this share of the tiles, and at least so many. */
const leastSharpShare = 0.05;
const leastSharpTiles = 4;

/**
 * Sums a comparison up; null where the reference has too few edges.
 *
 * @param lostTiles - `[tileRows, tileColumns]` set to 1 where edges are gone
 */
export function describeView(comparison: TileComparison, grid: TileGrid, lostTiles: Uint8Array): ViewReport | null {
  const { likeness, coarseGain, energy, referenceEnergy, referenceDetail } = comparison;
  const gains: number[] = [];
  const sharpness: number[] = [];
  let [judged, empty] = [0, 0];
  lostTiles.fill(0);
  for (let tile = 0; tile < likeness.length; tile++) {
    if (referenceEnergy[tile] < leastEdgeEnergy) continue;
    judged += 1;
    if (likeness[tile] <= seenLikeness) {
      lostTiles[tile] = 1;
      if (energy[tile] < emptyEnergyShare * referenceEnergy[tile]) empty += 1;
      continue;
    }
    gains.push(coarseGain[tile]);
    if (referenceDetail[tile] >= leastDetailEnergy) sharpness.push(tileSharpness(comparison, tile));
  }
  if (judged < leastJudgedTiles) return null;
  const tellsSharpness = sharpness.length >= Math.max(leastSharpTiles, leastSharpShare * tileCount(grid));
  return {
    judgedTiles: judged,
    seenShare: gains.length / judged,
    emptyShare: empty / judged,
    edgeGain: median(gains),
    sharpness: tellsSharpness ? median(sharpness) : NaN,
  };
}

/**
 * Fine detail of a tile relative to its edges, 1 as in the reference. Either the detail is where it used to be, or, where a mast sways,
 * there is as much of it: its energy less that of the usual noise.
 */
function tileSharpness(comparison: TileComparison, tile: number): number {
  const { coarseGain, fineGain, detail, referenceDetail, usualDetail } = comparison;
  const noise = Math.max(0, usualDetail[tile] - referenceDetail[tile]);
  const amount = Math.sqrt(Math.max(0, detail[tile] - noise) / referenceDetail[tile]);
  return Math.max(fineGain[tile], amount) / coarseGain[tile];
}

/** Middle value; 0 of nothing. */
function median(values: readonly number[]): number {
  // a typed array is sorted many times faster
  return Float32Array.from(values).sort()[values.length >> 1] ?? 0;
}

import { coarseCellSamples } from './coarse-picture.ts';
import { tileCount, type TileGrid } from './tile-grid.ts';

/** State of a {@link Repetition} as plain data. */
export interface RepetitionSnapshot {
  readonly started: boolean;
  readonly frozen: boolean;
  readonly previous: Float32Array;
  readonly repeatedSince: Float64Array;
  readonly longestSeconds: Float32Array;
  readonly noisyMoments: Uint8Array;
}

/** How far a picture repeats the ones before it. */
export interface RepetitionReport {
  /** Share of tiles that are as they were at the moment before, 0 to 1. */
  readonly repeatedShare: number;
  /** For how long nearly every tile has been repeated, seconds. */
  readonly repeatedSeconds: number;
  /** Share of tiles that used to show noise and have now been repeated for much longer than ever before, 0 to 1. */
  readonly unusualShare: number;
}

/** Share of a tile's cells that may change in a repetition: an encoder goes on to refine a picture that does not change. */
const refinedShare = 0.04;
/** Share of tiles that may change in a repeated picture: a clock that is drawn into it runs on. */
const changingShare = 0.08;
/** Mean change of the changed cells up to which it is noise and not motion, gray levels. */
const noiseLevels = 2;
/** Moments with noise after which a tile is known to show noise. */
const knownNoisyMoments = 5;
/** From this share of unusually repeated tiles on, the picture seems frozen. */
const frozenShare = 0.4;
/** A tile is repeated for unusually long beyond this multiple of its longest repetition before ... */
const unusualFactor = 1.5;
/** ... and this time in addition, seconds. */
const unusualSeconds = 0.3;

/**
 * Tells a picture that is repeated from one in which nothing moves. A camera's own noise changes nearly every place again and again,
 * even through compression; where compression or a drawn picture keep a place exactly as it is, that place is known to do so and
 * says nothing.
 */
export class Repetition {
  readonly #grid: TileGrid;
  readonly #previous: Float32Array;
  readonly #repeatedSince: Float64Array;
  /** Longest repetition of each tile that came to an end by itself. */
  readonly #longestSeconds: Float32Array;
  /** Moments at which each tile showed noise, up to 255. */
  readonly #noisyMoments: Uint8Array;
  readonly #cells: Float32Array;
  readonly #changedCells: Float32Array;
  readonly #change: Float32Array;
  #started = false;
  /** Whether the picture seems frozen: what ends then was not the scene's own. */
  #frozen = false;

  constructor(grid: TileGrid, snapshot: RepetitionSnapshot | null = null) {
    this.#grid = grid;
    const tiles = tileCount(grid);
    this.#previous = new Float32Array(grid.columns * grid.rows);
    this.#repeatedSince = new Float64Array(tiles);
    this.#longestSeconds = new Float32Array(tiles);
    this.#noisyMoments = new Uint8Array(tiles);
    this.#cells = new Float32Array(tiles);
    for (const tile of grid.tileOfCell) this.#cells[tile] += 1;
    this.#changedCells = new Float32Array(tiles);
    this.#change = new Float32Array(tiles);
    if (!snapshot) return;
    this.#started = snapshot.started;
    this.#frozen = snapshot.frozen;
    this.#previous.set(snapshot.previous);
    this.#repeatedSince.set(snapshot.repeatedSince);
    this.#longestSeconds.set(snapshot.longestSeconds);
    this.#noisyMoments.set(snapshot.noisyMoments);
  }

  /**
   * Takes the coarse sums of the next moment.
   *
   * @param trusted - whether what ends or changes now is the scene's own; not during a fault of the camera
   */
  update(seconds: number, sums: Float32Array, trusted: boolean): RepetitionReport {
    if (!this.#started) {
      this.#started = true;
      this.#previous.set(sums);
      this.#repeatedSince.fill(seconds);
      return { repeatedShare: 0, repeatedSeconds: 0, unusualShare: 0 };
    }
    this.#compare(sums);
    const tiles = this.#cells.length;
    const runs = new Float64Array(tiles);
    let [repeated, unusual] = [0, 0];
    for (let tile = 0; tile < tiles; tile++) {
      const run = seconds - this.#repeatedSince[tile];
      const changed = this.#changedCells[tile];
      if (changed > refinedShare * this.#cells[tile]) {
        if (trusted && !this.#frozen) this.#learn(tile, run, this.#change[tile] / changed / coarseCellSamples);
        this.#repeatedSince[tile] = seconds;
        continue;
      }
      runs[tile] = run;
      repeated += 1;
      const known = this.#noisyMoments[tile] >= knownNoisyMoments;
      if (known && run > unusualFactor * this.#longestSeconds[tile] + unusualSeconds) unusual += 1;
    }
    runs.sort();
    this.#frozen = unusual > frozenShare * tiles;
    return {
      repeatedShare: repeated / Math.max(1, tiles),
      repeatedSeconds: runs[Math.floor(changingShare * tiles)] ?? 0,
      unusualShare: unusual / Math.max(1, tiles),
    };
  }

  /** The state as plain data. */
  snapshot(): RepetitionSnapshot {
    return {
      started: this.#started,
      frozen: this.#frozen,
      previous: this.#previous.slice(),
      repeatedSince: this.#repeatedSince.slice(),
      longestSeconds: this.#longestSeconds.slice(),
      noisyMoments: this.#noisyMoments.slice(),
    };
  }

  #learn(tile: number, run: number, changeLevels: number): void {
    this.#longestSeconds[tile] = Math.max(this.#longestSeconds[tile], run);
    if (changeLevels <= noiseLevels && this.#noisyMoments[tile] < 255) this.#noisyMoments[tile] += 1;
  }

  /** Counts the changed cells of every tile and adds up by how much they changed. */
  #compare(sums: Float32Array): void {
    const { tileOfCell } = this.#grid;
    this.#changedCells.fill(0);
    this.#change.fill(0);
    for (let cell = 0; cell < sums.length; cell++) {
      const change = sums[cell] - this.#previous[cell];
      if (change === 0) continue;
      this.#changedCells[tileOfCell[cell]] += 1;
      this.#change[tileOfCell[cell]] += Math.abs(change);
    }
    this.#previous.set(sums);
  }
}

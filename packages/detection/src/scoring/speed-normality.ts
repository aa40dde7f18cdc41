import type { CalibrationSketch } from '../calibration/calibration-sketch.ts';
import type { FeatureGrid } from '../features/feature-grid.ts';

/** Bands of two rows of cells each. */
export const speedBands = 10;

/** The band that a cell belongs to, from the top of the picture. */
export function bandOf(grid: FeatureGrid, cell: number): number {
  return Math.min(speedBands - 1, Math.floor(cell / grid.columns) >> 1);
}

/** Moving cells that a band must have shown before it counts as much as the whole picture. */
const bandPrior = 3000;

/**
 * How fast things normally move. What is far away moves slowly in the picture, so that a runner in the background is as slow
 * as a walker in front: speed is measured against the same height in the picture as far as that has been seen enough, and
 * against the whole picture for the rest (weighted mean of the two surprises).
 */
export class SpeedNormality {
  readonly #grid: FeatureGrid;
  readonly #all: CalibrationSketch;
  readonly #bands: readonly CalibrationSketch[];

  constructor(grid: FeatureGrid, all: CalibrationSketch, bands: readonly CalibrationSketch[]) {
    this.#grid = grid;
    this.#all = all;
    this.#bands = bands;
  }

  /** −log10 of the chance that a moving cell here is this fast, picture heights a second. */
  surprise(cell: number, speed: number): number {
    const band = this.#bands[bandOf(this.#grid, cell)];
    const weight = band.count / (band.count + bandPrior);
    return weight * band.surprise(speed) + (1 - weight) * this.#all.surprise(speed);
  }
}

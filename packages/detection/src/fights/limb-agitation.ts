import type { BoundingBox } from '@vigil/contracts';
import { cellStepHeights, type FeatureGrid } from '../features/feature-grid.ts';
import type { MotionSample } from '../features/feature-record.ts';

/** The part of a body's cells that counts: limbs, not the whole. */
const limbPart = 0.25;

/** How much limbs move against each other, place by place at one moment. Holds working memory for one grid. */
export class LimbAgitation {
  readonly #grid: FeatureGrid;
  /** Incoherence of every cell, picture heights a second. */
  readonly #incoherence: Float32Array;

  constructor(grid: FeatureGrid) {
    this.#grid = grid;
    this.#incoherence = new Float32Array(grid.columns * grid.rows);
  }

  /** Takes the motion of a moment. */
  load({ cells, incoherence }: MotionSample): void {
    this.#incoherence.fill(0);
    for (let i = 0; i < cells.length; i += 1) this.#incoherence[cells[i]] = incoherence[i];
  }

  /**
   * Mean incoherence of the most incoherent quarter of the cells whose centres lie in a box, in heights of the box a second. Walking gives little:
   * most of a body moves one way, and half a picture height of walker is measured like a quarter of one.
   */
  of(box: BoundingBox): number {
    const values = this.#within(box).sort((a, b) => b - a);
    const count = Math.ceil(values.length * limbPart);
    let sum = 0;
    for (let i = 0; i < count; i += 1) sum += values[i];
    return count === 0 ? 0 : sum / count / box.height;
  }

  #within({ left, top, width, height }: BoundingBox): Float32Array {
    const { columns, rows, aspect } = this.#grid;
    // centres lie at whole multiples of the step, the first one step from the edge
    const first = (start: number): number => Math.max(0, Math.ceil(start / cellStepHeights - 1e-6) - 1);
    const last = (end: number, count: number): number => Math.min(count, Math.floor(end / cellStepHeights + 1e-6)) - 1;
    const [fromColumn, toColumn] = [first(left * aspect), last((left + width) * aspect, columns)];
    const [fromRow, toRow] = [first(top), last(top + height, rows)];
    const length = Math.max(0, toColumn - fromColumn + 1);
    const values = new Float32Array(length * Math.max(0, toRow - fromRow + 1));
    if (length === 0) return values;
    for (let row = fromRow; row <= toRow; row += 1) {
      const start = row * columns + fromColumn;
      values.set(this.#incoherence.subarray(start, start + length), (row - fromRow) * length);
    }
    return values;
  }
}

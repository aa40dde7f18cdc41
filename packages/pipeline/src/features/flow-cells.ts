import { cellStepHeights, type FeatureGrid, type MotionSample } from '@vigil/detection';
import type { FlowField } from '@vigil/vision';

/** Mean motion of a cell below this is not recorded, picture heights a second: noise of the flow on still texture. */
const leastHeightsPerSecond = 0.005;

/** Nothing moves. */
export const noMotion: MotionSample = {
  cells: new Uint16Array(0),
  velocityX: new Float32Array(0),
  velocityY: new Float32Array(0),
  incoherence: new Float32Array(0),
};

/** Averages optical flow over the cells of a grid. Holds working memory for one picture size. */
export class FlowCells {
  readonly #grid: FeatureGrid;
  readonly #width: number;
  readonly #height: number;
  /** Sums of the flow over everything above and left of a pixel corner, `[height + 1, width + 1]`. */
  readonly #sumsX: Float64Array;
  readonly #sumsY: Float64Array;
  /** The same of the length of the flow. */
  readonly #sumsLength: Float64Array;

  constructor(grid: FeatureGrid, width: number, height: number) {
    this.#grid = grid;
    this.#width = width;
    this.#height = height;
    this.#sumsX = new Float64Array((width + 1) * (height + 1));
    this.#sumsY = new Float64Array((width + 1) * (height + 1));
    this.#sumsLength = new Float64Array((width + 1) * (height + 1));
  }

  /**
   * Mean motion of every cell that moves, and how much it goes against itself.
   *
   * @param flow - motion in pixels from a picture to the one `seconds` later
   */
  pool(flow: FlowField, seconds: number): MotionSample {
    this.#integrate(flow.data);
    const scale = 1 / (seconds * this.#height);
    const cells: number[] = [];
    const velocityX: number[] = [];
    const velocityY: number[] = [];
    const incoherence: number[] = [];
    const count = this.#grid.columns * this.#grid.rows;
    for (let cell = 0; cell < count; cell += 1) {
      const corners = this.#cornersOf(cell);
      const vx = this.#mean(this.#sumsX, corners) * scale;
      const vy = this.#mean(this.#sumsY, corners) * scale;
      const speed = Math.hypot(vx, vy);
      if (speed < leastHeightsPerSecond) continue;
      cells.push(cell);
      velocityX.push(vx);
      velocityY.push(vy);
      incoherence.push(Math.max(0, this.#mean(this.#sumsLength, corners) * scale - speed));
    }
    return {
      cells: Uint16Array.from(cells),
      velocityX: Float32Array.from(velocityX),
      velocityY: Float32Array.from(velocityY),
      incoherence: Float32Array.from(incoherence),
    };
  }

  #integrate(data: Float32Array): void {
    const stride = this.#width + 1;
    for (let y = 0, at = 0; y < this.#height; y += 1) {
      let rowX = 0;
      let rowY = 0;
      let rowLength = 0;
      let below = (y + 1) * stride + 1;
      for (let x = 0; x < this.#width; x += 1, at += 2, below += 1) {
        const flowX = data[at];
        const flowY = data[at + 1];
        rowX += flowX;
        rowY += flowY;
        rowLength += Math.sqrt(flowX * flowX + flowY * flowY);
        this.#sumsX[below] = this.#sumsX[below - stride] + rowX;
        this.#sumsY[below] = this.#sumsY[below - stride] + rowY;
        this.#sumsLength[below] = this.#sumsLength[below - stride] + rowLength;
      }
    }
  }

  #cornersOf(cell: number): { left: number; right: number; top: number; bottom: number } {
    const column = cell % this.#grid.columns;
    const row = (cell - column) / this.#grid.columns;
    const step = cellStepHeights * this.#height;
    return {
      left: Math.min(this.#width - 1, Math.round(column * step)),
      right: Math.min(this.#width, Math.max(1, Math.round((column + 2) * step))),
      top: Math.round(row * step),
      bottom: Math.min(this.#height, Math.max(1, Math.round((row + 2) * step))),
    };
  }

  #mean(sums: Float64Array, { left, right, top, bottom }: { left: number; right: number; top: number; bottom: number }): number {
    const stride = this.#width + 1;
    const upper = sums[top * stride + right] - sums[top * stride + left];
    const lower = sums[bottom * stride + right] - sums[bottom * stride + left];
    return (lower - upper) / Math.max(1, (right - left) * (bottom - top));
  }
}

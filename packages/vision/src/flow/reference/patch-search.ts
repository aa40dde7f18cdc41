import { type FlowSettings, searchBands, smallestDeterminant } from '../flow-settings.ts';
import type { PyramidLevel } from '../pyramid-levels.ts';
import type { DenseFlow } from './dense-flow.ts';
import { type GrayImage, sampleImage } from './gray-image.ts';
import { type Gradients, sobelGradients } from './gradients.ts';

/** Flow of every patch of a level; both planes `[patchRows, patchColumns]`. */
export interface SparseFlow {
  readonly u: Float32Array;
  readonly v: Float32Array;
}

/** How a patch and its displaced copy differ, and the step that gradient descent takes from there. */
interface Comparison {
  /** Sum of squared differences once both means are removed. */
  readonly error: number;
  readonly stepX: number;
  readonly stepY: number;
}

/** One patch of the first frame with what inverse search needs of it (Kroeger et al., section 2.1). */
class Patch {
  readonly #first: GrayImage;
  readonly #second: GrayImage;
  readonly #gradients: Gradients;
  readonly #x: number;
  readonly #y: number;
  readonly #size: number;

  constructor(first: GrayImage, second: GrayImage, gradients: Gradients, x: number, y: number, size: number) {
    this.#first = first;
    this.#second = second;
    this.#gradients = gradients;
    this.#x = x;
    this.#y = y;
    this.#size = size;
  }

  /** Compares the patch with the one that lies (u, v) away in the second frame. */
  compare(u: number, v: number): Comparison {
    const { width } = this.#first;
    let [error, sum, byX, byY, sumX, sumY, xx, xy, yy] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
    const limitX = this.#second.width - 1;
    const limitY = this.#second.height - 1;
    const left = Math.min(Math.max(this.#x + u, 1 - this.#size), limitX);
    const top = Math.min(Math.max(this.#y + v, 1 - this.#size), limitY);
    for (let row = 0; row < this.#size; row++) {
      for (let column = 0; column < this.#size; column++) {
        const at = (this.#y + row) * width + this.#x + column;
        const difference = sampleImage(this.#second, left + column, top + row) - this.#first.data[at];
        const gradientX = this.#gradients.x[at];
        const gradientY = this.#gradients.y[at];
        error += difference * difference;
        sum += difference;
        byX += difference * gradientX;
        byY += difference * gradientY;
        sumX += gradientX;
        sumY += gradientY;
        xx += gradientX * gradientX;
        xy += gradientX * gradientY;
        yy += gradientY * gradientY;
      }
    }
    const mean = sum / (this.#size * this.#size);
    const slopeX = byX - mean * sumX;
    const slopeY = byY - mean * sumY;
    const exact = xx * yy - xy * xy;
    const determinant = Math.abs(exact) < smallestDeterminant ? smallestDeterminant : exact;
    return {
      error: error - mean * sum,
      stepX: (yy * slopeX - xy * slopeY) / determinant,
      stepY: (xx * slopeY - xy * slopeX) / determinant,
    };
  }

  /** Gradient descent from (u, v): until the error no longer falls, or for so many steps. A result too far off is dropped. */
  descend(u: number, v: number, steps: number): [u: number, v: number] {
    let [foundU, foundV, lowest] = [u, v, Infinity];
    for (let step = 0; step < steps; step++) {
      const { error, stepX, stepY } = this.compare(foundU, foundV);
      foundU -= stepX;
      foundV -= stepY;
      if (error >= lowest) break;
      lowest = error;
    }
    return Math.hypot(foundU - u, foundV - v) <= this.#size ? [foundU, foundV] : [u, v];
  }
}

/**
 * Finds the flow of every patch: once in reading order from what the coarser level said, once backwards; each patch
 * starts from the best of its own flow and that of the two neighbours that are done already.
 */
export function searchPatches(
  level: PyramidLevel,
  first: GrayImage,
  second: GrayImage,
  initial: DenseFlow,
  settings: FlowSettings,
): SparseFlow {
  const { patchColumns, patchRows } = level;
  const { patchSizePixels: size, strideSizePixels: stride } = settings;
  const gradients = sobelGradients(first);
  const u = new Float32Array(patchColumns * patchRows);
  const v = new Float32Array(patchColumns * patchRows);
  const steps = Math.floor(settings.gradientDescentIterations / 2);
  const bandRows = Math.ceil(patchRows / searchBands);
  for (let bandStart = 0; bandStart < patchRows; bandStart += bandRows) {
    const bandEnd = Math.min(bandStart + bandRows, patchRows);
    for (const direction of [1, -1] as const) {
      for (let index = 0; index < (bandEnd - bandStart) * patchColumns; index++) {
        const ahead = direction === 1 ? index : (bandEnd - bandStart) * patchColumns - 1 - index;
        const row = bandStart + Math.floor(ahead / patchColumns);
        const column = ahead % patchColumns;
        const at = row * patchColumns + column;
        const patch = new Patch(first, second, gradients, column * stride, row * stride, size);
        if (direction === 1) {
          const centre = (row * stride + size / 2) * initial.width + column * stride + size / 2;
          u[at] = initial.u[centre];
          v[at] = initial.v[centre];
        }
        let [bestU, bestV] = [u[at], v[at]];
        let lowest = patch.compare(bestU, bestV).error;
        const besides = column - direction >= 0 && column - direction < patchColumns ? [at - direction] : [];
        const done = row - direction >= bandStart && row - direction < bandEnd ? [at - direction * patchColumns] : [];
        for (const neighbour of [...besides, ...done]) {
          const { error } = patch.compare(u[neighbour], v[neighbour]);
          if (error >= lowest) continue;
          lowest = error;
          [bestU, bestV] = [u[neighbour], v[neighbour]];
        }
        [u[at], v[at]] = patch.descend(bestU, bestV, steps);
      }
    }
  }
  return { u, v };
}

import { tileCount, type TileGrid } from './tile-grid.ts';

/** Edges and detail of one picture. */
export interface SceneEdges {
  /** `[rows, columns]` coarse gradient, gray levels a cell. */
  readonly gradientX: Float32Array;
  readonly gradientY: Float32Array;
  /** `[rows, columns, 2]` finest detail, gray levels. */
  readonly detail: Float32Array;
}

/** How a picture's tiles stand against a reference, `[tileRows, tileColumns]` each. */
export interface TileComparison {
  /** Cosine of the angle between the tile's gradients and the reference's, −1 to 1: blind to how light the picture is. */
  readonly likeness: Float32Array;
  /** How strongly the reference's coarse edges are there, 1 as in the reference; noise does not change it. */
  readonly coarseGain: Float32Array;
  /** The same of the finest detail. */
  readonly fineGain: Float32Array;
  /** Mean squared gradient of the picture and of the reference, (gray levels a cell)². */
  readonly energy: Float32Array;
  readonly referenceEnergy: Float32Array;
  /** Mean squared detail of the picture and of the reference, gray levels². */
  readonly detail: Float32Array;
  readonly referenceDetail: Float32Array;
  /** Mean squared detail that the learned pictures had each by itself: that of the reference, and their noise. */
  readonly usualDetail: Float32Array;
}

/** State of a {@link SceneReference} as plain data. */
export interface SceneReferenceSnapshot extends SceneEdges {
  readonly usualDetail: Float32Array;
  readonly pictures: number;
}

/** The edges of a scene as a slow mean over pictures: what passes leaves no trace, what stays is drawn ever more exactly. */
export class SceneReference {
  readonly #grid: TileGrid;
  readonly #edges: SceneEdges;
  readonly #cells: Float32Array;
  readonly #usualDetail: Float32Array;
  #pictures = 0;

  constructor(grid: TileGrid, snapshot: SceneReferenceSnapshot | null = null) {
    this.#grid = grid;
    const cells = grid.columns * grid.rows;
    this.#edges = {
      gradientX: new Float32Array(cells),
      gradientY: new Float32Array(cells),
      detail: new Float32Array(2 * cells),
    };
    this.#cells = new Float32Array(tileCount(grid));
    this.#usualDetail = new Float32Array(tileCount(grid));
    for (const tile of grid.tileOfCell) this.#cells[tile] += 1;
    if (snapshot) this.#set(snapshot);
  }

  /** Pictures learned. */
  get pictures(): number {
    return this.#pictures;
  }

  /** The mean edges. */
  get edges(): SceneEdges {
    return this.#edges;
  }

  /**
   * Takes a picture in.
   *
   * @param leastWeight - weight of the picture once many have been learned, 0 to 1
   */
  learn({ gradientX, gradientY, detail }: SceneEdges, leastWeight: number): void {
    this.#pictures += 1;
    const weight = Math.max(1 / this.#pictures, leastWeight);
    blend(this.#edges.gradientX, gradientX, weight);
    blend(this.#edges.gradientY, gradientY, weight);
    blend(this.#edges.detail, detail, weight);
    blend(this.#usualDetail, this.#detailEnergy(detail), weight);
  }

  /** Forgets everything. */
  clear(): void {
    this.#pictures = 0;
  }

  /** Becomes what another reference of the same grid is. */
  become(other: SceneReference): void {
    this.#set({ ...other.#edges, usualDetail: other.#usualDetail, pictures: other.#pictures });
  }

  /** Compares a picture with the reference; the arrays are written to. */
  compare({ gradientX, gradientY, detail }: SceneEdges, into: TileComparison): void {
    const { tileOfCell } = this.#grid;
    const reference = this.#edges;
    const { coarseGain, fineGain, energy, referenceEnergy, referenceDetail, usualDetail } = into;
    for (const values of Object.values(into)) values.fill(0);
    const detailEnergy = into.detail;
    usualDetail.set(this.#usualDetail);
    const { gradientX: referenceX, gradientY: referenceY, detail: referenceFine } = reference;
    for (let cell = 0; cell < tileOfCell.length; cell++) {
      const tile = tileOfCell[cell];
      const x = gradientX[cell];
      const y = gradientY[cell];
      const rx = referenceX[cell];
      const ry = referenceY[cell];
      energy[tile] += x * x + y * y;
      referenceEnergy[tile] += rx * rx + ry * ry;
      coarseGain[tile] += x * rx + y * ry;
      const first = 2 * cell;
      const second = first + 1;
      const rf = referenceFine[first];
      const rs = referenceFine[second];
      const f = detail[first];
      const s = detail[second];
      fineGain[tile] += f * rf + s * rs;
      detailEnergy[tile] += f * f + s * s;
      referenceDetail[tile] += rf * rf + rs * rs;
    }
    for (let tile = 0; tile < energy.length; tile++) {
      const product = coarseGain[tile];
      into.likeness[tile] = product / Math.sqrt(energy[tile] * referenceEnergy[tile] + 1e-9);
      coarseGain[tile] = product / (referenceEnergy[tile] + 1e-9);
      fineGain[tile] /= referenceDetail[tile] + 1e-9;
      energy[tile] /= this.#cells[tile];
      referenceEnergy[tile] /= this.#cells[tile];
      detailEnergy[tile] /= 2 * this.#cells[tile];
      referenceDetail[tile] /= 2 * this.#cells[tile];
    }
  }

  /** The state as plain data. */
  snapshot(): SceneReferenceSnapshot {
    const { gradientX, gradientY, detail } = this.#edges;
    return {
      gradientX: gradientX.slice(),
      gradientY: gradientY.slice(),
      detail: detail.slice(),
      usualDetail: this.#usualDetail.slice(),
      pictures: this.#pictures,
    };
  }

  /** Mean squared detail of every tile. */
  #detailEnergy(detail: Float32Array): Float32Array {
    const { tileOfCell } = this.#grid;
    const energy = new Float32Array(this.#cells.length);
    for (let cell = 0; cell < tileOfCell.length; cell++) {
      const f = detail[2 * cell];
      const s = detail[2 * cell + 1];
      energy[tileOfCell[cell]] += f * f + s * s;
    }
    return energy.map((sum, tile) => sum / (2 * this.#cells[tile]));
  }

  #set({ gradientX, gradientY, detail, usualDetail, pictures }: SceneReferenceSnapshot): void {
    this.#edges.gradientX.set(gradientX);
    this.#edges.gradientY.set(gradientY);
    this.#edges.detail.set(detail);
    this.#usualDetail.set(usualDetail);
    this.#pictures = pictures;
  }
}

/** Room for a comparison of a grid's tiles. */
export function tileComparison(grid: TileGrid): TileComparison {
  const tiles = (): Float32Array => new Float32Array(tileCount(grid));
  return {
    likeness: tiles(),
    coarseGain: tiles(),
    fineGain: tiles(),
    energy: tiles(),
    referenceEnergy: tiles(),
    detail: tiles(),
    referenceDetail: tiles(),
    usualDetail: tiles(),
  };
}

function blend(mean: Float32Array, values: Float32Array, weight: number): void {
  for (let at = 0; at < mean.length; at++) mean[at] += weight * (values[at] - mean[at]);
}

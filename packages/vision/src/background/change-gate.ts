import type { GrayFrame } from '@vigil/contracts';
import { blockGrid, blockSizePixels, type BlockGrid } from './block-grid.ts';
import { defaultChangeGateSettings, type ChangeGateSettings } from './change-gate-settings.ts';
import { addRowEnergy } from './row-energy.ts';
import { requireSameSize } from './picture-size.ts';

/** What {@link ChangeGate.update} says about one frame. */
export interface ChangeReport {
  /** True where anything in the picture moves; the first frame always counts as moving. */
  readonly moving: boolean;
  /** Number of blocks that changed by more than their noise. */
  readonly movingBlocks: number;
  /** `[rows, columns]` 1 where the block moves in this frame. Valid until the next update. */
  readonly blocks: Uint8Array;
  /** `[rows, columns]` time at which each block last moved, seconds, −Infinity before. Valid until the next update. */
  readonly lastMovedSeconds: Float64Array;
}

/** State of a {@link ChangeGate} as plain data. */
export interface ChangeGateSnapshot {
  readonly settings: ChangeGateSettings;
  readonly width: number;
  readonly height: number;
  readonly started: boolean;
  readonly reference: Uint8Array;
  readonly referenceTimes: Float64Array;
  readonly noise: Float32Array;
  readonly blocks: Uint8Array;
  readonly lastMovedSeconds: Float64Array;
}

/** Share of still moments assumed at every block: the noise level is this quantile of the block's differences. */
const noiseQuantile = 0.35;
/** Every second pixel row is compared: nothing worth seeing fits between two rows, and it halves the price of a still frame. */
const rowStep = 2;
const noiseLearningRate = 0.08;
/** A lone block must exceed its threshold by this factor; real motion touches neighbours or is strong. */
const loneBlockFactor = 3;

/**
 * Tells, for a fraction of the price of anything else, whether and where a picture moves. Each block of 8 × 8 pixels is compared with a
 * recent picture of itself; what its own noise explains is ignored. Noise is a running quantile of the block's squared differences, so that
 * sensor noise, compression and flicker settle within seconds and passers-by do not raise it.
 */
export class ChangeGate {
  readonly grid: BlockGrid;
  readonly #settings: ChangeGateSettings;
  #started = false;
  readonly #reference: Uint8Array;
  readonly #referenceTimes: Float64Array;
  readonly #noise: Float32Array;
  readonly #blocks: Uint8Array;
  readonly #lastMovedSeconds: Float64Array;
  /** Energy over threshold of each block in this frame; scratch. */
  readonly #excess: Float32Array;

  constructor(width: number, height: number, settings: Partial<ChangeGateSettings> = {}) {
    this.grid = blockGrid(width, height);
    this.#settings = { ...defaultChangeGateSettings, ...settings };
    const count = this.grid.columns * this.grid.rows;
    this.#reference = new Uint8Array(width * height);
    this.#referenceTimes = new Float64Array(count);
    this.#noise = new Float32Array(count).fill(this.#settings.minimumEnergy / this.#settings.noiseFactor);
    this.#blocks = new Uint8Array(count);
    this.#lastMovedSeconds = new Float64Array(count).fill(-Infinity);
    this.#excess = new Float32Array(count);
  }

  /**
   * Looks at the next frame.
   * @throws VigilError `internal` where the frame has another size than the gate.
   */
  update(frame: GrayFrame): ChangeReport {
    requireSameSize(frame, this.grid);
    const first = !this.#started;
    if (first) this.#start(frame);
    else this.#measure(frame);
    const movingBlocks = first ? this.#blocks.length : this.#decide(frame);
    return { moving: movingBlocks > 0, movingBlocks, blocks: this.#blocks, lastMovedSeconds: this.#lastMovedSeconds };
  }

  /** The state as plain data that {@link ChangeGate.restore} continues from exactly. */
  snapshot(): ChangeGateSnapshot {
    return {
      settings: this.#settings,
      width: this.grid.width,
      height: this.grid.height,
      started: this.#started,
      reference: this.#reference.slice(),
      referenceTimes: this.#referenceTimes.slice(),
      noise: this.#noise.slice(),
      blocks: this.#blocks.slice(),
      lastMovedSeconds: this.#lastMovedSeconds.slice(),
    };
  }

  /** A gate that goes on where the snapshot was taken. */
  static restore(snapshot: ChangeGateSnapshot): ChangeGate {
    const gate = new ChangeGate(snapshot.width, snapshot.height, snapshot.settings);
    gate.#started = snapshot.started;
    gate.#reference.set(snapshot.reference);
    gate.#referenceTimes.set(snapshot.referenceTimes);
    gate.#noise.set(snapshot.noise);
    gate.#blocks.set(snapshot.blocks);
    gate.#lastMovedSeconds.set(snapshot.lastMovedSeconds);
    return gate;
  }

  #start(frame: GrayFrame): void {
    this.#started = true;
    this.#reference.set(frame.data);
    this.#referenceTimes.fill(frame.timeSeconds);
    this.#lastMovedSeconds.fill(frame.timeSeconds);
    this.#blocks.fill(1);
  }

  /** Fills the energy of every block relative to its threshold and learns its noise. */
  #measure(frame: GrayFrame): void {
    const { width, height, columns, rows } = this.grid;
    const { minimumEnergy, noiseFactor, maximumNoiseEnergy } = this.#settings;
    const { data } = frame;
    const reference = this.#reference;
    const sums = new Float64Array(columns);
    for (let row = 0; row < rows; row++) {
      sums.fill(0);
      const bottom = Math.min(height, (row + 1) * blockSizePixels);
      for (let y = row * blockSizePixels; y < bottom; y += rowStep) addRowEnergy(data, reference, y * width, width, sums);
      const rowPixels = Math.ceil((bottom - row * blockSizePixels) / rowStep);
      for (let column = 0; column < columns; column++) {
        const index = row * columns + column;
        const columnPixels = Math.min(blockSizePixels, width - column * blockSizePixels);
        const energy = sums[column] / (rowPixels * columnPixels);
        const noise = this.#noise[index];
        this.#excess[index] = energy / Math.max(minimumEnergy, noise * noiseFactor);
        const learned =
          energy > noise
            ? noise * (1 + noiseLearningRate * noiseQuantile)
            : noise * (1 - noiseLearningRate * (1 - noiseQuantile));
        this.#noise[index] = Math.min(maximumNoiseEnergy, Math.max(0.05, learned));
      }
    }
  }

  /** Marks the moving blocks, renews references and counts. */
  #decide(frame: GrayFrame): number {
    const { columns, rows } = this.grid;
    let movingBlocks = 0;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const index = row * columns + column;
        const excess = this.#excess[index];
        const moving = excess > 1 && (excess > loneBlockFactor || this.#neighbourExceeds(row, column));
        this.#blocks[index] = moving ? 1 : 0;
        if (moving) {
          movingBlocks++;
          this.#lastMovedSeconds[index] = frame.timeSeconds;
        }
        if (excess > 1 || frame.timeSeconds - this.#referenceTimes[index] >= this.#settings.referenceSeconds)
          this.#renew(frame, row, column);
      }
    }
    return movingBlocks;
  }

  #neighbourExceeds(row: number, column: number): boolean {
    const { columns, rows } = this.grid;
    for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
      for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
        if ((r !== row || c !== column) && this.#excess[r * columns + c] > 1) return true;
      }
    }
    return false;
  }

  #renew(frame: GrayFrame, row: number, column: number): void {
    const { width, height, columns } = this.grid;
    this.#referenceTimes[row * columns + column] = frame.timeSeconds;
    const left = column * blockSizePixels;
    const right = Math.min(width, left + blockSizePixels);
    const bottom = Math.min(height, (row + 1) * blockSizePixels);
    for (let y = row * blockSizePixels; y < bottom; y++) {
      for (let at = y * width + left; at < y * width + right; at++) this.#reference[at] = frame.data[at];
    }
  }
}

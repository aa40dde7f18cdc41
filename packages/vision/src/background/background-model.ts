import type { GrayFrame } from '@vigil/contracts';
import { blockGrid, blockSizePixels, type BlockGrid } from './block-grid.ts';
import { defaultBackgroundSettings, type BackgroundSettings } from './background-settings.ts';
import type { ChangeReport } from './change-gate.ts';
import { measureGlobalGain } from './global-gain.ts';
import { requireSameSize } from './picture-size.ts';
import { copyHistory, emptyHistory, maskValues, restartHistory, updatePixels, type PixelHistory } from './pixel-history.ts';

/** What {@link BackgroundModel.update} found. */
export interface BackgroundReport {
  /** `[height, width]` of {@link maskValues}. Valid until the next update. */
  readonly mask: Uint8Array;
  /** Share of the picture that is foreground, 0 to 1. */
  readonly foregroundShare: number;
  /** Foreground pixels in blocks that moved a moment ago; without any there is no blob to look for. */
  readonly activePixels: number;
  /** True where this frame became the new background: the first frame, a light switched on or off, another scene. */
  readonly restarted: boolean;
}

/** State of a {@link BackgroundModel} as plain data. */
export interface BackgroundSnapshot {
  readonly settings: BackgroundSettings;
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  readonly floodSeconds: number;
  readonly lastTimeSeconds: number;
  readonly blockTimes: Float64Array;
  readonly blockForeground: Uint16Array;
  readonly blockActive: Uint8Array;
  readonly history: PixelHistory;
}

/** A block without change is still looked at once in this many frames. */
const refreshFrames = 16;
/** A block counts as active for this long after it moved, seconds. */
const activeSeconds = 0.8;
/** A flood of foreground that lasts this long is the new normal, seconds. */
const floodLimitSeconds = 0.35;
/** Gaps in media time count as at most this long. */
const longestStepSeconds = 2;

/**
 * What a fixed camera sees when nothing is in front of it, pixel by pixel, and what differs from that now. Only blocks that change are
 * updated in full, so a still picture costs next to nothing. Follows slow light, rescales itself when the exposure changes, and starts again
 * when the light is switched rather than calling everything foreground.
 */
export class BackgroundModel {
  readonly grid: BlockGrid;
  readonly #settings: BackgroundSettings;
  readonly #history: PixelHistory;
  readonly #blockTimes: Float64Array;
  readonly #blockForeground: Uint16Array;
  readonly #blockActive: Uint8Array;
  #frames = 0;
  #floodSeconds = 0;
  #lastTimeSeconds = 0;

  constructor(width: number, height: number, settings: Partial<BackgroundSettings> = {}) {
    this.grid = blockGrid(width, height);
    this.#settings = { ...defaultBackgroundSettings, ...settings };
    this.#history = emptyHistory(width * height);
    this.#blockTimes = new Float64Array(this.grid.columns * this.grid.rows);
    this.#blockForeground = new Uint16Array(this.grid.columns * this.grid.rows);
    this.#blockActive = new Uint8Array(this.grid.columns * this.grid.rows);
  }

  /** The memory of each pixel, for those who look for things left behind. Read only. */
  get history(): Readonly<PixelHistory> {
    return this.#history;
  }

  /**
   * Learns from the next frame and marks its foreground.
   * @param change what the {@link ChangeGate} said about the same frame
   * @throws VigilError `internal` where the frame has another size than the model.
   */
  update(frame: GrayFrame, change: ChangeReport): BackgroundReport {
    requireSameSize(frame, this.grid);
    const stepSeconds = Math.min(longestStepSeconds, Math.max(0, frame.timeSeconds - this.#lastTimeSeconds));
    this.#lastTimeSeconds = frame.timeSeconds;
    const frameNumber = this.#frames++;
    if (frameNumber === 0) return this.#restart(frame);
    if (change.moving || frameNumber % refreshFrames === 0) this.#followExposure(frame);
    this.#updateBlocks(frame, change, frameNumber);
    const foregroundShare = this.#countForeground(false) / this.#history.mask.length;
    this.#floodSeconds = foregroundShare > this.#settings.floodShare ? this.#floodSeconds + stepSeconds : 0;
    if (this.#floodSeconds >= floodLimitSeconds) return this.#restart(frame);
    return { mask: this.#history.mask, foregroundShare, activePixels: this.#countForeground(true), restarted: false };
  }

  /** The state as plain data that {@link BackgroundModel.restore} continues from exactly. */
  snapshot(): BackgroundSnapshot {
    const history = emptyHistory(this.#history.mask.length);
    copyHistory(this.#history, history);
    return {
      settings: this.#settings,
      width: this.grid.width,
      height: this.grid.height,
      frames: this.#frames,
      floodSeconds: this.#floodSeconds,
      lastTimeSeconds: this.#lastTimeSeconds,
      blockTimes: this.#blockTimes.slice(),
      blockForeground: this.#blockForeground.slice(),
      blockActive: this.#blockActive.slice(),
      history,
    };
  }

  /** A model that goes on where the snapshot was taken. */
  static restore(snapshot: BackgroundSnapshot): BackgroundModel {
    const model = new BackgroundModel(snapshot.width, snapshot.height, snapshot.settings);
    model.#frames = snapshot.frames;
    model.#floodSeconds = snapshot.floodSeconds;
    model.#lastTimeSeconds = snapshot.lastTimeSeconds;
    model.#blockTimes.set(snapshot.blockTimes);
    model.#blockForeground.set(snapshot.blockForeground);
    model.#blockActive.set(snapshot.blockActive);
    copyHistory(snapshot.history, model.#history);
    return model;
  }

  #restart(frame: GrayFrame): BackgroundReport {
    restartHistory(this.#history, frame.data, frame.timeSeconds);
    this.#blockTimes.fill(frame.timeSeconds);
    this.#blockForeground.fill(0);
    this.#blockActive.fill(0);
    this.#floodSeconds = 0;
    return { mask: this.#history.mask, foregroundShare: 0, activePixels: 0, restarted: true };
  }

  /** Scales the background where one factor explains the whole picture: exposure and daylight, not things. */
  #followExposure(frame: GrayFrame): void {
    const { width, height } = this.grid;
    const { gain, agreement } = measureGlobalGain(frame.data, this.#history.level, width, height);
    if (agreement < 0.7 || Math.abs(gain - 1) < 0.02) return;
    const { level, candidateLevel } = this.#history;
    for (let i = 0; i < level.length; i++) {
      level[i] = Math.min(255, level[i] * gain);
      candidateLevel[i] = Math.min(255, candidateLevel[i] * gain);
    }
  }

  #updateBlocks(frame: GrayFrame, change: ChangeReport, frameNumber: number): void {
    const { width, height, columns, rows } = this.grid;
    for (let row = 0; row < rows; row++) {
      const top = row * blockSizePixels;
      const bottom = Math.min(height, top + blockSizePixels);
      for (let column = 0; column < columns; column++) {
        const block = row * columns + column;
        const sinceMoved = frame.timeSeconds - change.lastMovedSeconds[block];
        const active = sinceMoved <= activeSeconds;
        if (!active && this.#blockActive[block] === 0 && (block + frameNumber) % refreshFrames !== 0) continue;
        const stepSeconds = Math.min(longestStepSeconds, Math.max(0, frame.timeSeconds - this.#blockTimes[block]));
        this.#blockTimes[block] = frame.timeSeconds;
        this.#blockActive[block] = active ? 1 : 0;
        const left = column * blockSizePixels;
        const area = { left, top, right: Math.min(width, left + blockSizePixels), bottom };
        const value = active ? maskValues.active : maskValues.settled;
        this.#blockForeground[block] = updatePixels(
          this.#history,
          frame.data,
          width,
          area,
          frame.timeSeconds,
          stepSeconds,
          value,
          this.#settings,
        );
      }
    }
  }

  /** Foreground pixels, of all blocks or of those that are active. */
  #countForeground(activeOnly: boolean): number {
    let sum = 0;
    for (let block = 0; block < this.#blockForeground.length; block++) {
      if (!activeOnly || this.#blockActive[block] === 1) sum += this.#blockForeground[block];
    }
    return sum;
  }
}

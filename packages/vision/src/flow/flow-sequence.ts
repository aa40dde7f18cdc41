import { VigilError } from '@vigil/contracts';
import { FlowEngine } from './flow-engine.ts';
import type { FlowField } from './flow-field.ts';
import { defaultFlowSettings, type FlowSettings } from './flow-settings.ts';

/**
 * Estimates optical flow through a sequence of frames. Gives what a `FlowEstimator` gives for the same pairs, bit for bit, and
 * builds the pyramid of every frame once instead of twice.
 */
export class FlowSequence implements Disposable {
  readonly #engine: FlowEngine;
  readonly #distanceFrames: number;
  #framesSeen = 0;

  /**
   * @param distanceFrames - how many frames lie between the first and the second of a pair: 1 for neighbours, and up.
   * @throws VigilError as the constructor of `FlowEstimator`.
   */
  constructor(width: number, height: number, distanceFrames = 1, settings: FlowSettings = defaultFlowSettings) {
    if (!Number.isInteger(distanceFrames) || distanceFrames < 1) {
      throw new VigilError('bad-request', `Flow pairs are a whole number of at least 1 frame apart, not ${distanceFrames}`, {
        distanceFrames,
      });
    }
    this.#distanceFrames = distanceFrames;
    this.#engine = new FlowEngine(width, height, settings, distanceFrames + 1);
  }

  /**
   * Takes the next frame and gives the flow to it from the frame `distanceFrames` before; nothing while there is none.
   *
   * @param frame - `[height, width]` uint8 gray.
   * @param out - `[height, width, 2]` float32 that the result is written to and refers to; a new array if left out.
   * @throws VigilError `bad-request` for an array of another length, `internal` after disposal.
   */
  next(frame: Uint8Array, out?: Float32Array): FlowField | undefined {
    const slots = this.#distanceFrames + 1;
    const slot = this.#framesSeen % slots;
    this.#engine.loadFrame(slot, frame);
    this.#framesSeen += 1;
    if (this.#framesSeen <= this.#distanceFrames) return undefined;
    return this.#engine.estimate(this.#framesSeen % slots, slot, out);
  }

  /** Forgets the frames seen: the next one starts a new sequence, as after a cut. */
  restart(): void {
    this.#framesSeen = 0;
  }

  /** Releases the kernel's memory. */
  [Symbol.dispose](): void {
    this.#engine[Symbol.dispose]();
  }
}

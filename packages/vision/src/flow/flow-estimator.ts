import { FlowEngine } from './flow-engine.ts';
import type { FlowField } from './flow-field.ts';
import { defaultFlowSettings, type FlowSettings } from './flow-settings.ts';

/**
 * Estimates dense optical flow between two gray frames by inverse search on patches, densification and variational refinement
 * (Kroeger et al., "Fast Optical Flow using Dense Inverse Search", ECCV 2016). The same frames give the same flow, bit for bit.
 */
export class FlowEstimator implements Disposable {
  readonly #engine: FlowEngine;

  /**
   * @param width - 16 to 4096 pixels.
   * @param height - 16 to 4096 pixels.
   * @throws VigilError `picture-size-unsupported` for another size, or where its memory cannot be had; `bad-request` for a setting
   * outside its range.
   */
  constructor(width: number, height: number, settings: FlowSettings = defaultFlowSettings) {
    this.#engine = new FlowEngine(width, height, settings, 2);
  }

  /**
   * The flow from frame `a` to frame `b`.
   *
   * @param a - `[height, width]` uint8 gray.
   * @param b - `[height, width]` uint8 gray.
   * @param out - `[height, width, 2]` float32 that the result is written to and refers to; a new array if left out.
   * @throws VigilError `bad-request` for an array of another length, `internal` after disposal.
   */
  estimate(a: Uint8Array, b: Uint8Array, out?: Float32Array): FlowField {
    this.#engine.loadFrame(0, a);
    this.#engine.loadFrame(1, b);
    return this.#engine.estimate(0, 1, out);
  }

  /** Releases the kernel's memory. */
  [Symbol.dispose](): void {
    this.#engine[Symbol.dispose]();
  }
}

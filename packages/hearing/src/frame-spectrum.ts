import { RealFft } from './real-fft.ts';

/**
 * Power spectra of short stretches of sound under a Hann window, scaled so that the bins of a spectrum add up to the mean square
 * of the stretch (Parseval's theorem).
 */
export class FrameSpectrum {
  /** Samples of a stretch. */
  readonly length: number;
  readonly #fft: RealFft;
  readonly #window: Float64Array;
  readonly #windowed: Float64Array;
  readonly #scale: number;

  /** @param length samples of a stretch, a power of two */
  constructor(length: number) {
    this.length = length;
    this.#fft = new RealFft(length);
    this.#window = Float64Array.from({ length }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / length));
    this.#windowed = new Float64Array(length);
    this.#scale = 1 / (length * this.#window.reduce((sum, value) => sum + value * value, 0));
  }

  /**
   * The spectrum of the samples from `start` on; both halves of the transform are counted in the bins of the first.
   *
   * @param power `[length / 2 + 1]`; written and given back
   */
  measure(samples: Float32Array, start: number, power: Float64Array): Float64Array {
    for (let i = 0; i < this.length; i += 1) this.#windowed[i] = this.#window[i] * samples[start + i];
    this.#fft.power(this.#windowed, power);
    const last = this.length / 2;
    for (let k = 0; k <= last; k += 1) power[k] *= k === 0 || k === last ? this.#scale : 2 * this.#scale;
    return power;
  }
}

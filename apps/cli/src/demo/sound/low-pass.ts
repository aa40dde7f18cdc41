import { sceneSampleRateHz } from './sound-track.ts';

/** Lets through what is lower than a frequency: one pole, 6 dB less for each octave above it. */
export class LowPass {
  readonly #share: number;
  #value = 0;

  /** @param hertz where 3 dB are lost */
  constructor(hertz: number) {
    this.#share = 1 - Math.exp((-2 * Math.PI * hertz) / sceneSampleRateHz);
  }

  /** Takes the next sample and gives what of it is let through. */
  next(sample: number): number {
    this.#value += this.#share * (sample - this.#value);
    return this.#value;
  }
}

/** Two second-order sections with these qualities make a Butterworth filter of fourth order. */
const qualities = [1 / (2 * Math.cos(Math.PI / 8)), 1 / (2 * Math.cos((3 * Math.PI) / 8))];

interface Section {
  readonly feedForward: number;
  readonly feedBack1: number;
  readonly feedBack2: number;
  state1: number;
  state2: number;
}

/**
 * A Butterworth low-pass filter of fourth order that goes on from block to block (bilinear transform; coefficients after
 * Bristow-Johnson, "Cookbook formulae for audio EQ biquad filter coefficients").
 */
export class LowPass {
  readonly #sections: readonly Section[];

  /** @param cutoffHz - 3 dB down here, below a half of `sampleRateHz` */
  constructor(cutoffHz: number, sampleRateHz: number) {
    const angle = (2 * Math.PI * cutoffHz) / sampleRateHz;
    this.#sections = qualities.map((quality) => {
      const alpha = Math.sin(angle) / (2 * quality);
      return {
        feedForward: (1 - Math.cos(angle)) / 2 / (1 + alpha),
        feedBack1: (-2 * Math.cos(angle)) / (1 + alpha),
        feedBack2: (1 - alpha) / (1 + alpha),
        state1: 0,
        state2: 0,
      };
    });
  }

  /** The next filtered value. */
  next(value: number): number {
    let signal = value;
    for (const section of this.#sections) {
      const out = section.feedForward * signal + section.state1;
      section.state1 = 2 * section.feedForward * signal - section.feedBack1 * out + section.state2;
      section.state2 = section.feedForward * signal - section.feedBack2 * out;
      signal = out;
    }
    return signal;
  }

  /** Forgets what came before. */
  reset(): void {
    for (const section of this.#sections) {
      section.state1 = 0;
      section.state2 = 0;
    }
  }
}

import { PeriodFinder } from './best-period.ts';
import { LowPass } from './low-pass.ts';

const sampleRateHz = 16_000;

/** Samples of a block: a tenth of a second. */
const blockSamples = 1600;

/** Voices and alarms: 40 ms hold three periods of the lowest voice. Periods of 1/1600 to 1/75 s. */
const voice = { windowSamples: 640, starts: [0, 480, 960], shortest: 10, longest: 213 };

/** Machines: below 450 Hz, a thousand samples a second, over 0.2 s. Periods of 1/330 to 1/15 s. */
const machine = { cutoffHz: 450, decimation: 16, windowSamples: 200, shortest: 3, longest: 66 };

/** How periodic a tenth of a second of sound is. */
export interface Periodicity {
  /** 0 (noise, silence) to 1 (a tone, a vowel): the middle one of three looks at 40 ms. */
  readonly harmonicity: number;
  /** 75 to 1600 Hz; null where there is no period. */
  readonly pitchHz: number | null;
  /** Of what lies below 450 Hz over the last 0.2 s, 0 to 1. */
  readonly lowHarmonicity: number;
}

/** Measures how periodic sound is, block by block. */
export class PeriodicityMeter {
  readonly #voice = new PeriodFinder(voice.windowSamples, voice.shortest, voice.longest);
  readonly #machine = new PeriodFinder(machine.windowSamples, machine.shortest, machine.longest);
  readonly #lowPass = new LowPass(machine.cutoffHz, sampleRateHz);
  readonly #low = new Float64Array(machine.windowSamples);

  /** @param block - 1600 samples at 16 kHz, those that follow on the block before */
  measure(block: Float32Array): Periodicity {
    const looks = voice.starts.map((start) => this.#voice.find(block, start)).toSorted((a, b) => a.strength - b.strength);
    const { strength, samples } = looks[1];
    this.#low.copyWithin(0, blockSamples / machine.decimation);
    let at = machine.windowSamples - blockSamples / machine.decimation;
    for (let i = 0; i < blockSamples; i += 1) {
      const value = this.#lowPass.next(block[i]);
      if ((i + 1) % machine.decimation === 0) this.#low[at++] = value;
    }
    return {
      harmonicity: strength,
      pitchHz: samples === null ? null : sampleRateHz / samples,
      lowHarmonicity: this.#machine.find(this.#low).strength,
    };
  }

  /** Forgets what came before: sound was missing. */
  reset(): void {
    this.#lowPass.reset();
    this.#low.fill(0);
  }
}

/** A period that a stretch of sound repeats itself at. */
export interface Period {
  /** Normalised autocorrelation at the period, 0 to 1. */
  readonly strength: number;
  /** Length in samples, between samples too; null where there is no period. */
  readonly samples: number | null;
}

/** A shorter period is preferred to its multiples where it is nearly as strong. */
const nearlyAsStrong = 0.9;

/** Below −90 dBFS, mean square: nothing but the steps of 16-bit samples. */
const leastPower = 1e-9;

const noPeriod: Period = { strength: 0, samples: null };

/** Finds periods in stretches of one length. */
export class PeriodFinder {
  readonly #window: Float64Array;
  readonly #windowCorrelation: Float64Array;
  readonly #windowed: Float64Array;
  readonly #correlation: Float64Array;
  readonly #shortest: number;
  readonly #longest: number;

  /**
   * @param length - of the stretches, samples
   * @param shortest - period looked for, samples
   * @param longest - period looked for, samples; at most a half of the length, else too little of the window overlaps
   */
  constructor(length: number, shortest: number, longest: number) {
    this.#window = Float64Array.from({ length }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / length));
    this.#windowed = new Float64Array(length);
    this.#correlation = new Float64Array(longest + 2);
    this.#shortest = shortest;
    this.#longest = longest;
    this.#windowCorrelation = Float64Array.from({ length: longest + 2 }, (_, lag) => correlate(this.#window, lag));
  }

  /**
   * The period of a stretch: the autocorrelation of the windowed sound over that of the window, at its best peak (Boersma,
   * "Accurate short-term analysis of the fundamental frequency", 1993).
   *
   * @param from - first sample of the stretch
   */
  find(sound: ArrayLike<number>, from = 0): Period {
    const { length } = this.#window;
    let mean = 0;
    for (let i = 0; i < length; i += 1) mean += sound[from + i] / length;
    for (let i = 0; i < length; i += 1) this.#windowed[i] = (sound[from + i] - mean) * this.#window[i];
    const power = correlate(this.#windowed, 0);
    if (power / this.#windowCorrelation[0] <= leastPower) return noPeriod;
    const scale = this.#windowCorrelation[0] / power;
    for (let lag = this.#shortest - 1; lag <= this.#longest + 1; lag += 1) {
      this.#correlation[lag] = (correlate(this.#windowed, lag) * scale) / this.#windowCorrelation[lag];
    }
    const best = this.#peakOfAtLeast(null);
    return best === null ? noPeriod : (this.#peakOfAtLeast(nearlyAsStrong * best.strength) ?? best);
  }

  /** The shortest peak that is at least so strong, or with null the strongest of all; null where there is none. */
  #peakOfAtLeast(least: number | null): (Period & { samples: number }) | null {
    const values = this.#correlation;
    let best: (Period & { samples: number }) | null = null;
    for (let lag = this.#shortest; lag <= this.#longest; lag += 1) {
      const [before, here, after] = [values[lag - 1], values[lag], values[lag + 1]];
      if (here <= 0 || here <= before || here < after || here <= (best?.strength ?? 0)) continue;
      // the vertex of the parabola through three points
      const shift = (0.5 * (before - after)) / (before - 2 * here + after);
      best = { strength: Math.min(1, here), samples: lag + shift };
      if (least !== null && here >= least) return best;
    }
    return best;
  }
}

/** Four sums side by side: one alone would wait for each addition. */
function correlate(values: Float64Array, lag: number): number {
  const overlap = values.length - lag;
  const whole = overlap - (overlap % 4);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < whole; i += 4) {
    a += values[i] * values[i + lag];
    b += values[i + 1] * values[i + 1 + lag];
    c += values[i + 2] * values[i + 2 + lag];
    d += values[i + 3] * values[i + 3 + lag];
  }
  for (let i = whole; i < overlap; i += 1) a += values[i] * values[i + lag];
  return a + b + c + d;
}

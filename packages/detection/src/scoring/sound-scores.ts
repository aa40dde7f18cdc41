/** How one tenth of a second, or a moment, of a source's sound compares with its normal sound; larger is stranger. */
export interface SoundScores {
  /** Level above what is normal, dB. */
  readonly loudness: number;
  /** Distance of the spectrum from normal spectra. */
  readonly oddness: number;
}

/** Time from one moment to the next: what is heard within belongs to it, seconds. */
export const momentSeconds = 0.2;

/** The sound scores of a whole source, to be read at its moments. */
export class SoundScoreTrack {
  readonly #seconds: number[] = [];
  readonly #loudness: number[] = [];
  readonly #oddness: number[] = [];

  /** Adds the scores of the next sample; times rise. */
  push(seconds: number, { loudness, oddness }: SoundScores): void {
    this.#seconds.push(seconds);
    this.#loudness.push(loudness);
    this.#oddness.push(oddness);
  }

  /** The highest scores of the samples that begin within `spanSeconds` up to a time; null where none does. */
  at(seconds: number, spanSeconds: number): SoundScores | null {
    let [low, high] = [0, this.#seconds.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#seconds[middle] <= seconds + 1e-6) low = middle + 1;
      else high = middle;
    }
    let found: { loudness: number; oddness: number } | null = null;
    for (let i = low - 1; i >= 0 && this.#seconds[i] > seconds - spanSeconds + 1e-6; i -= 1) {
      found ??= { loudness: -Infinity, oddness: -Infinity };
      found.loudness = Math.max(found.loudness, this.#loudness[i]);
      found.oddness = Math.max(found.oddness, this.#oddness[i]);
    }
    return found;
  }
}

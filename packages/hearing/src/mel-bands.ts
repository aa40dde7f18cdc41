/** Range and number of the bands of a {@link MelBands}. */
export interface MelBandsSettings {
  readonly sampleRateHz: number;
  /** Samples of the transform whose power spectrum is summed up. */
  readonly transformLength: number;
  readonly bandCount: number;
  readonly lowestHz: number;
  readonly highestHz: number;
}

/**
 * Sums a power spectrum up in triangular bands, equally wide on the mel scale, each with weight 1 at its centre and 0 at its
 * neighbours' centres: together they weigh every frequency between the first and the last centre with 1.
 */
export class MelBands {
  /** Centre of every band, hertz. */
  readonly centresHz: readonly number[];
  /** First bin of every band and the weights of the bins from there. */
  readonly #bands: readonly { readonly first: number; readonly weights: Float64Array }[];

  constructor({ sampleRateHz, transformLength, bandCount, lowestHz, highestHz }: MelBandsSettings) {
    const [low, high] = [hzToMel(lowestHz), hzToMel(highestHz)];
    const edges = Array.from({ length: bandCount + 2 }, (_, i) => melToHz(low + ((high - low) * i) / (bandCount + 1)));
    this.centresHz = edges.slice(1, -1);
    const binHz = sampleRateHz / transformLength;
    this.#bands = this.centresHz.map((centre, band) => {
      const [left, right] = [edges[band], edges[band + 2]];
      const first = Math.max(0, Math.ceil(left / binHz));
      const last = Math.min(transformLength / 2, Math.floor(right / binHz));
      const weights = Float64Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
        const hz = (first + i) * binHz;
        return Math.max(0, Math.min((hz - left) / (centre - left), (right - hz) / (right - centre)));
      });
      return { first, weights };
    });
  }

  /**
   * Power in every band.
   *
   * @param power `[transformLength / 2 + 1]`
   * @param sums `[bandCount]`; written and given back
   */
  sum(power: Float64Array, sums: Float64Array): Float64Array {
    for (let band = 0; band < this.#bands.length; band += 1) {
      const { first, weights } = this.#bands[band];
      let sum = 0;
      for (let i = 0; i < weights.length; i += 1) sum += weights[i] * power[first + i];
      sums[band] = sum;
    }
    return sums;
  }
}

/** The mel scale of O'Shaughnessy (Speech Communication, 1987), as HTK has it. */
function hzToMel(hz: number): number {
  return 2595 * Math.log10(1 + hz / 700);
}

function melToHz(mel: number): number {
  return 700 * (10 ** (mel / 2595) - 1);
}

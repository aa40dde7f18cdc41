/** Mean square below which there is no sound to describe. */
const silentPower = 1e-12;

/**
 * Mean frequency of a power spectrum weighted by power, without its constant part.
 *
 * @param power `[bins]` from frequency 0 on
 * @param binHz distance of the bins, hertz
 * @returns Hertz; null for silence
 */
export function spectralCentroidHz(power: Float64Array, binHz: number): number | null {
  let [sum, weighted] = [0, 0];
  for (let k = 1; k < power.length; k += 1) {
    sum += power[k];
    weighted += power[k] * k;
  }
  return sum > silentPower ? (weighted / sum) * binHz : null;
}

/**
 * Geometric divided by arithmetic mean of a power spectrum without its first and last bin (Johnston, IEEE JSAC 6(2), 1988): 0 for
 * a tone, near 1 for white noise; null for silence.
 *
 * @param power `[bins]`
 */
export function spectralFlatness(power: Float64Array): number | null {
  let [sum, logarithms] = [0, 0];
  for (let k = 1; k < power.length - 1; k += 1) {
    sum += power[k];
    logarithms += Math.log(Math.max(power[k], 1e-30));
  }
  const count = power.length - 2;
  return sum > silentPower ? Math.exp(logarithms / count) / (sum / count) : null;
}

/**
 * How much louder bands became: mean over bands of the rise, falls counting as 0, levels below `quietDb` as `quietDb`.
 *
 * @param before levels in dB
 * @param after levels in dB, as many
 */
export function meanRiseDb(before: ArrayLike<number>, after: ArrayLike<number>, quietDb: number): number {
  let sum = 0;
  for (let band = 0; band < after.length; band += 1) {
    sum += Math.max(0, after[band] - Math.max(quietDb, before[band]));
  }
  return sum / after.length;
}

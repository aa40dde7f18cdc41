/** A stream of numbers that look random and are the same in every run. */
export interface RandomStream {
  /** Evenly spread over 0 (inclusive) to 1 (exclusive). */
  uniform(): number;
  /** Exponential with mean 1. */
  exponential(): number;
  /** Normal with mean 0 and standard deviation 1. */
  normal(): number;
}

/**
 * The stream of a seed: Weyl sequence with a mixing step (Steele, Lea, Flood, "Fast splittable pseudorandom number
 * generators", 2014), 32 bits.
 */
export function randomStream(seed: number): RandomStream {
  let state = Math.imul(seed, 0x85eb_ca6b) >>> 0;
  const uniform = (): number => {
    state = (state + 0x9e37_79b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0_aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a_2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 0x1_0000_0000;
  };
  const exponential = (): number => -Math.log(1 - uniform());
  return {
    uniform,
    exponential,
    normal: () => Math.sqrt(2 * exponential()) * Math.cos(2 * Math.PI * uniform()),
  };
}

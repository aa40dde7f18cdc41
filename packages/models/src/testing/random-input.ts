/** Numbers that look random and are the same for the same seed, −1 to 1 (mulberry32). */
export function randomInput(length: number, seed: number): Float32Array<ArrayBuffer> {
  let state = seed >>> 0;
  return Float32Array.from({ length }, () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1;
  });
}

/** `[height, width, 3]` as `[3, height, width]`. */
export function toPlanes(pixels: Float32Array): Float32Array<ArrayBuffer> {
  const count = pixels.length / 3;
  return Float32Array.from(pixels, (_, index) => pixels[(index % count) * 3 + Math.floor(index / count)]);
}

/** The largest distance between numbers at the same place, as a part of the largest number of the reference where that is above 1. */
export function largestDifference(values: Float32Array, reference: Float32Array): number {
  if (values.length !== reference.length) throw new RangeError(`${values.length} values against ${reference.length}`);
  const scale = reference.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1);
  return values.reduce((largest, value, index) => Math.max(largest, Math.abs(value - reference[index])), 0) / scale;
}

/**
 * The values of IEEE 754 half-precision numbers.
 *
 * @param bits - the 16-bit patterns
 */
export function floatsOfHalves(bits: Uint16Array): Float32Array<ArrayBuffer> {
  const values = new Float32Array(bits.length);
  for (let index = 0; index < bits.length; index++) values[index] = floatOfHalf(bits[index]);
  return values;
}

const powers = Float64Array.from({ length: 32 }, (_, exponent) => 2 ** (exponent - 25));

function floatOfHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1024 + fraction) * powers[exponent];
}

/**
 * Power spectra of real signals of one length by the fast Fourier transform: the even and the odd samples are the real and the
 * imaginary part of a complex transform of half the length (Press et al., Numerical Recipes, 12.3).
 */
export class RealFft {
  /** Number of samples of a signal. */
  readonly length: number;
  readonly #half: number;
  readonly #real: Float64Array;
  readonly #imaginary: Float64Array;
  readonly #cosines: Float64Array;
  readonly #sines: Float64Array;
  readonly #reversed: Uint32Array;

  /**
   * @param length a power of two, 4 at least
   * @throws RangeError for another length
   */
  constructor(length: number) {
    if (length < 4 || !Number.isInteger(Math.log2(length))) {
      throw new RangeError(`a transform has a power of two of samples, 4 at least, not ${length}`);
    }
    this.length = length;
    this.#half = length / 2;
    this.#real = new Float64Array(this.#half);
    this.#imaginary = new Float64Array(this.#half);
    this.#cosines = Float64Array.from({ length: this.#half }, (_, k) => Math.cos((2 * Math.PI * k) / length));
    this.#sines = Float64Array.from({ length: this.#half }, (_, k) => Math.sin((2 * Math.PI * k) / length));
    const bits = Math.log2(this.#half);
    this.#reversed = Uint32Array.from({ length: this.#half }, (_, index) => reverseBits(index, bits));
  }

  /**
   * Squared magnitudes of the discrete Fourier transform of a signal.
   *
   * @param signal `[length]`
   * @param power `[length / 2 + 1]`, from frequency 0 to half the sample rate; written and given back
   */
  power(signal: Float64Array, power: Float64Array): Float64Array {
    for (let i = 0; i < this.#half; i += 1) {
      const to = this.#reversed[i];
      this.#real[to] = signal[2 * i];
      this.#imaginary[to] = signal[2 * i + 1];
    }
    this.#transform();
    const real = this.#real;
    const imaginary = this.#imaginary;
    power[0] = (real[0] + imaginary[0]) ** 2;
    power[this.#half] = (real[0] - imaginary[0]) ** 2;
    for (let k = 1; k < this.#half; k += 1) {
      const m = this.#half - k;
      const evenReal = (real[k] + real[m]) / 2;
      const evenImaginary = (imaginary[k] - imaginary[m]) / 2;
      const oddReal = (imaginary[k] + imaginary[m]) / 2;
      const oddImaginary = (real[m] - real[k]) / 2;
      const cosine = this.#cosines[k];
      const sine = this.#sines[k];
      const x = evenReal + oddReal * cosine + oddImaginary * sine;
      const y = evenImaginary + oddImaginary * cosine - oddReal * sine;
      power[k] = x * x + y * y;
    }
    return power;
  }

  /** Complex transform in place of what lies in bit-reversed order: decimation in time, radix 2. */
  #transform(): void {
    const real = this.#real;
    const imaginary = this.#imaginary;
    const cosines = this.#cosines;
    const sines = this.#sines;
    for (let size = 2; size <= this.#half; size *= 2) {
      const middle = size / 2;
      const step = this.length / size;
      for (let start = 0; start < this.#half; start += size) {
        for (let k = 0; k < middle; k += 1) {
          const cosine = cosines[k * step];
          const sine = sines[k * step];
          const a = start + k;
          const b = a + middle;
          const x = real[b] * cosine + imaginary[b] * sine;
          const y = imaginary[b] * cosine - real[b] * sine;
          real[b] = real[a] - x;
          imaginary[b] = imaginary[a] - y;
          real[a] += x;
          imaginary[a] += y;
        }
      }
    }
  }
}

function reverseBits(value: number, bits: number): number {
  let reversed = 0;
  for (let bit = 0; bit < bits; bit += 1) reversed |= ((value >> bit) & 1) << (bits - 1 - bit);
  return reversed;
}

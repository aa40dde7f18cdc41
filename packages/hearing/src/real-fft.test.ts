import { describe, expect, it } from 'vitest';
import { RealFft } from './real-fft.ts';

/** The definition, in as many steps as it takes. */
function directPower(signal: Float64Array): Float64Array {
  return Float64Array.from({ length: signal.length / 2 + 1 }, (_, k) => {
    let [x, y] = [0, 0];
    signal.forEach((value, n) => {
      x += value * Math.cos((2 * Math.PI * k * n) / signal.length);
      y -= value * Math.sin((2 * Math.PI * k * n) / signal.length);
    });
    return x * x + y * y;
  });
}

describe('RealFft', () => {
  it.each([4, 8, 64, 512])('gives what the definition gives, for %i samples', (length) => {
    const signal = Float64Array.from({ length }, (_, n) => Math.sin(n * n * 0.37) + 0.3 * Math.cos(n * 1.1) - 0.2);
    const power = new RealFft(length).power(signal, new Float64Array(length / 2 + 1));
    directPower(signal).forEach((expected, k) => expect(power[k]).toBeCloseTo(expected, 8));
  });

  it('finds a tone in its bin alone, and a constant in the first', () => {
    const fft = new RealFft(256);
    const tone = Float64Array.from({ length: 256 }, (_, n) => 1 + 2 * Math.cos((2 * Math.PI * 20 * n) / 256));
    const power = fft.power(tone, new Float64Array(129));
    expect(power[0]).toBeCloseTo(256 ** 2, 6);
    expect(power[20]).toBeCloseTo(256 ** 2, 6);
    expect(power.filter((value) => value > 1e-6).length).toBe(2);
  });

  it.each([0, 2, 3, 96, 12.5])('refuses %s samples', (length) => {
    expect(() => new RealFft(length)).toThrow(RangeError);
  });
});

import { describe, expect, it } from 'vitest';
import { MonoMixer } from './mono-mixer.ts';

/** Samples at 16 kHz of a tone of 500 Hz. */
function tone(seconds: number, amplitude: number): Float32Array {
  return Float32Array.from({ length: 16_000 * seconds }, (_, i) => amplitude * Math.sin((2 * Math.PI * 500 * i) / 16_000));
}

function level(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);
}

/** Mixes in pieces of an odd length, as decoders give them. */
function mix(left: Float32Array, right: Float32Array): Float32Array {
  const mixer = new MonoMixer();
  const mono = new Float32Array(left.length);
  for (let start = 0; start < left.length; start += 341) {
    mono.set(mixer.mix([left.subarray(start, start + 341), right.subarray(start, start + 341)]), start);
  }
  return mono;
}

const full = 0.4 / Math.SQRT2;

describe('MonoMixer', () => {
  it('is the mean of two channels that sound alike, or of which one is silent', () => {
    const left = tone(2, 0.4);
    expect(mix(left, left)).toEqual(left);
    expect(level(mix(left, new Float32Array(left.length)))).toBeCloseTo(full / 2, 4);
  });

  it('hears the louder of two channels that cancel each other out, also when that begins late', () => {
    const left = tone(4, 0.4);
    expect(
      level(
        mix(
          left,
          left.map((value) => -value),
        ).subarray(2000),
      ),
    ).toBeCloseTo(full, 2);
    expect(
      level(
        mix(
          left,
          left.map((value) => -0.9 * value),
        ).subarray(2000),
      ),
    ).toBeCloseTo(full, 2);
    const late = left.map((value, i) => (i < 32_000 ? value : -value));
    expect(level(mix(left, late).subarray(0, 32_000))).toBeCloseTo(full, 2);
    expect(level(mix(left, late).subarray(56_000))).toBeCloseTo(full, 2);
  });

  it('comes back to the mean without a click', () => {
    const left = tone(4, 0.4);
    const right = left.map((value, i) => (i < 32_000 ? -value : value));
    const mono = mix(left, right);
    expect(level(mono.subarray(56_000))).toBeCloseTo(full, 2);
    const steps = mono.subarray(1).map((value, i) => Math.abs(value - mono[i]));
    // A tone of 500 Hz moves by at most its amplitude times 2π 500 ∕ 16000 a sample.
    expect(Math.max(...steps.subarray(2000))).toBeLessThan(0.4 * 0.2);
  });

  it('leaves one channel as it is', () => {
    const only = tone(1, 0.2);
    expect(new MonoMixer().mix([only])).toBe(only);
  });
});

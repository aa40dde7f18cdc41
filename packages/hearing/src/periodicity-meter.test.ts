import { describe, expect, it } from 'vitest';
import { type Periodicity, PeriodicityMeter } from './periodicity-meter.ts';

/** Measures the last of five blocks of a sound given by its value at a time in seconds. */
function measure(sound: (seconds: number) => number): Periodicity {
  const meter = new PeriodicityMeter();
  const blocks = Array.from({ length: 5 }, (_, block) =>
    meter.measure(Float32Array.from({ length: 1600 }, (__, i) => sound((block * 1600 + i) / 16_000))),
  );
  return blocks[4];
}

/** White noise that is the same every time. */
function noise(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

describe('PeriodicityMeter', () => {
  it.each([80, 123.4, 440, 1000, 1590])('finds the frequency of a tone of %s Hz', (hertz) => {
    const { harmonicity, pitchHz } = measure((t) => 0.1 * Math.sin(2 * Math.PI * hertz * t));
    expect(harmonicity).toBeGreaterThan(0.97);
    expect(pitchHz).toBeGreaterThan(hertz * 0.985);
    expect(pitchHz).toBeLessThan(hertz * 1.015);
  });

  it('finds the fundamental of a sound with overtones, also where it is missing itself', () => {
    const overtones = (from: number) => (t: number) =>
      [1, 2, 3, 4, 5].reduce((sum, n) => (n < from ? sum : sum + (0.1 / n) * Math.sin(2 * Math.PI * 200 * n * t)), 0);
    expect(measure(overtones(1)).pitchHz).toBeCloseTo(200, 0);
    expect(measure(overtones(2)).pitchHz).toBeCloseTo(200, 0);
  });

  it('finds no period in noise', () => {
    const { harmonicity, lowHarmonicity } = measure(noise());
    expect(harmonicity).toBeLessThan(0.4);
    expect(lowHarmonicity).toBeLessThan(0.6);
  });

  it('hears the hum of a machine under noise that is louder', () => {
    const hiss = noise();
    // its fundamental lies below what is looked for as a voice
    const { harmonicity, lowHarmonicity } = measure(
      (t) => 0.1 * Math.sin(2 * Math.PI * 40 * t) + 0.05 * Math.sin(2 * Math.PI * 80 * t) + 0.15 * hiss(),
    );
    expect(lowHarmonicity).toBeGreaterThan(0.9);
    expect(harmonicity).toBeLessThan(0.6);
  });

  it('gives nothing in digital silence and after a reset', () => {
    const nothing = { harmonicity: 0, pitchHz: null, lowHarmonicity: 0 };
    expect(measure(() => 0)).toEqual(nothing);
    const meter = new PeriodicityMeter();
    meter.measure(Float32Array.from({ length: 1600 }, (_, i) => Math.sin(i / 50)));
    meter.reset();
    expect(meter.measure(new Float32Array(1600))).toEqual(nothing);
  });

  it('does not depend on the level', () => {
    const tone = (gain: number) => measure((t) => gain * Math.sin(2 * Math.PI * 300 * t));
    expect(tone(0.001).harmonicity).toBeCloseTo(tone(0.9).harmonicity, 6);
  });
});

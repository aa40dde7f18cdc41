import { describe, expect, it } from 'vitest';
import { type MeterInput, type SoundMeasurement, SoundMeter } from './sound-meter.ts';

/** A sound by its value at a time in seconds. */
function sound(seconds: number, lengthSeconds: number, value: (seconds: number) => number): MeterInput {
  const samples = Float32Array.from({ length: Math.round(lengthSeconds * 16_000) }, (_, i) => value(seconds + i / 16_000));
  return { seconds, samples, missing: false };
}

function silence(seconds: number, lengthSeconds: number): MeterInput {
  return { seconds, samples: new Float32Array(Math.round(lengthSeconds * 16_000)), missing: true };
}

function measure(...blocks: readonly MeterInput[]): SoundMeasurement[] {
  const meter = new SoundMeter();
  return [...blocks.flatMap((block) => [...meter.push(block)]), ...meter.end()];
}

const tone =
  (hertz: number, amplitude: number) =>
  (seconds: number): number =>
    amplitude * Math.sin(2 * Math.PI * hertz * seconds);

/** White noise that is the same every time, −1 to 1. */
function noise(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

describe('SoundMeter', () => {
  it('gives a tone its level, peak, frequency and band', () => {
    const [, second] = measure(sound(0, 0.5, tone(1000, 0.5)));
    expect(second.seconds).toBe(0.1);
    expect(second.levelDb).toBeCloseTo(10 * Math.log10(0.125), 2);
    expect(second.peakDb).toBeCloseTo(20 * Math.log10(0.5), 2);
    expect(second.centroidHz).toBeCloseTo(1000, 0);
    expect(second.flatness).toBeLessThan(0.001);
    expect(second.harmonicity).toBeGreaterThan(0.97);
    expect(second.flux).toBeLessThan(0.1);
    expect(second.onset).toBeLessThan(0.1);
    // The bands' weights add up to 1 at every frequency between their centres.
    const power = second.bands.reduce((sum, levelDb) => sum + 10 ** (levelDb / 10), 0);
    expect(10 * Math.log10(power)).toBeCloseTo(second.levelDb, 1);
  });

  it('gives white noise a flat spectrum', () => {
    const next = noise();
    const measured = measure(sound(0, 5, () => 0.1 * next()));
    const mean = (value: (measurement: SoundMeasurement) => number | null): number =>
      measured.reduce((sum, one) => sum + (value(one) ?? NaN), 0) / measured.length;
    // A uniform distribution has a third of its bound squared as its variance.
    expect(mean(({ levelDb }) => levelDb)).toBeCloseTo(10 * Math.log10(0.01 / 3), 1);
    expect(Math.abs(mean(({ centroidHz }) => centroidHz) - 4000)).toBeLessThan(50);
    expect(mean(({ flatness }) => flatness)).toBeGreaterThan(0.85);
    expect(mean(({ harmonicity }) => harmonicity)).toBeLessThan(0.35);
  });

  it('hears a click as an onset in its tenth of a second, and steady sound as none', () => {
    const next = noise();
    const measured = measure(sound(0, 2, (t) => (t >= 1.05 && t < 1.06 ? 0.5 : 0.001) * next()));
    const onsets = measured.map(({ onset }) => onset);
    expect(onsets[10]).toBeGreaterThan(25);
    expect(Math.max(...onsets.slice(2, 10), ...onsets.slice(11))).toBeLessThan(8);
    expect(measured[10].flux).toBeGreaterThan(20);
  });

  it('counts clipped values', () => {
    const [, second] = measure(sound(0, 0.3, (t) => Math.max(-1, Math.min(1, tone(100, 10)(t)))));
    expect(second.clippedShare).toBeGreaterThan(0.9);
    expect(measure(sound(0, 0.3, tone(100, 0.9)))[1].clippedShare).toBe(0);
  });

  it('has no frequency and no flatness in digital silence', () => {
    const [first] = measure({ ...silence(0, 0.2), missing: false });
    expect(first).toMatchObject({ levelDb: -120, peakDb: -120, centroidHz: null, flatness: null, onset: 0, missingShare: 0 });
    expect([...first.bands]).toEqual(new Array(32).fill(-120));
  });

  it('lays late sound, gaps and jumps on the tenths of media time', () => {
    const loud = tone(500, 0.5);
    const measured = measure(sound(1.25, 0.35, loud), silence(1.6, 0.2), sound(1.8, 0.2, loud), sound(7.03, 0.1, loud));
    expect(measured.map(({ seconds }) => seconds)).toEqual([1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 7, 7.1]);
    expect(measured.map(({ missingShare }) => Math.round(missingShare * 100))).toEqual([50, 0, 0, 0, 100, 100, 0, 0, 30, 70]);
    // The level is that of the sound which is there, and its beginning after a gap is no onset.
    const loudDb = Math.round(100 * Math.log10(0.125)) / 10;
    const levels = measured.map(({ levelDb }) => Math.round(10 * levelDb) / 10);
    expect(levels).toEqual([...new Array(4).fill(loudDb), -120, -120, ...new Array(4).fill(loudDb)]);
    expect(Math.max(...measured.map(({ onset }) => onset))).toBeLessThan(0.5);
    expect(Math.max(...measured.map(({ flux }) => flux))).toBeLessThan(0.5);
  });

  it('does not depend on how the sound is cut into blocks', () => {
    const next = noise();
    const whole = sound(0, 2, (t) => 0.2 * next() * Math.sin(5 * t));
    const pieces = [700, 701, 5000, 16_000, 16_001].map((start, i, starts) => ({
      seconds: start / 16_000,
      samples: whole.samples.slice(start, starts[i + 1] ?? whole.samples.length),
      missing: false,
    }));
    const first = { ...whole, samples: whole.samples.slice(0, 700) };
    expect(measure(first, ...pieces)).toEqual(measure(whole));
  });
});

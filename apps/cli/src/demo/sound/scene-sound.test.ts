import { describe, expect, it } from 'vitest';
import { Random } from '../drawing/random.ts';
import { streetAmbience } from './ambience.ts';
import { bang } from './bang.ts';
import { footsteps } from './footsteps.ts';
import { addSounds, sceneSampleRateHz } from './sound-track.ts';

const decibels = (value: number): number => 20 * Math.log10(value);
const peakOf = (samples: Float32Array): number => decibels(Math.max(...samples.map(Math.abs)));

function levelOf(samples: Float32Array): number {
  return decibels(Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length));
}

describe('the sound of the scene', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(streetAmbience(3, 2)).toEqual(streetAmbience(3, 2));
    expect(streetAmbience(3, 2)).not.toEqual(streetAmbience(4, 2));
    expect(bang(new Random(5))).toEqual(bang(new Random(5)));
  });

  it('is quiet between −52 and −38 dB where nothing happens', () => {
    for (const seed of [0, 1, 2, 77, 2 ** 32 - 1]) {
      const street = streetAmbience(seed, 4);
      expect(street).toHaveLength(4 * sceneSampleRateHz);
      expect(levelOf(street)).toBeGreaterThan(-52);
      expect(levelOf(street)).toBeLessThan(-38);
    }
  });

  it('lets a bang rise at once and fade', () => {
    const samples = bang(new Random(1));
    expect(peakOf(samples)).toBeGreaterThan(-9);
    expect(peakOf(samples)).toBeLessThan(-1);
    expect(peakOf(samples.subarray(0, 0.01 * sceneSampleRateHz))).toBeGreaterThan(-12);
    expect(levelOf(samples.subarray(1.2 * sceneSampleRateHz))).toBeLessThan(-45);
  });

  it('lets steps be softer with the distance, and no sound leave the track', () => {
    const [near, far] = footsteps(new Random(1), [
      { seconds: 0, distanceMetres: 8, weight: 1 },
      { seconds: 0, distanceMetres: 20, weight: 1 },
    ]).map(({ samples }) => peakOf(samples));
    expect(near).toBeGreaterThan(-52);
    expect(near).toBeLessThan(-38);
    expect(far).toBeLessThan(near - 4);

    const track = new Float32Array(4);
    const samples = Float32Array.of(1, 2, 3, 4, 5, 6);
    addSounds(track, [
      { seconds: -2 / sceneSampleRateHz, samples },
      { seconds: 3 / sceneSampleRateHz, samples },
    ]);
    expect([...track]).toEqual([3, 4, 5, 7]);
  });
});

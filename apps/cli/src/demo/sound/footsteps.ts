import type { Random } from '../drawing/random.ts';
import { LowPass } from './low-pass.ts';
import { type SceneSound, sceneSampleRateHz } from './sound-track.ts';

/** Where and when a foot meets the ground. */
export interface Footfall {
  readonly seconds: number;
  /** From the microphone, metres. */
  readonly distanceMetres: number;
  /** 1 for a walk, more for a run. */
  readonly weight: number;
}

/** Peak of a step at ten metres, of full scale: −47 dB, a little above the wind. */
const levelAtTenMetres = 0.0045;
const lengthSeconds = 0.12;
const decaySeconds = 0.022;
/** The heel, a little before the sole. */
const heelSeconds = 0.035;

/** The steps of everybody in the scene, softer with the distance. */
export function footsteps(random: Random, footfalls: readonly Footfall[]): SceneSound[] {
  return footfalls.map(({ seconds, distanceMetres, weight }) => ({
    seconds,
    samples: step(random, (levelAtTenMetres * weight * 10) / distanceMetres),
  }));
}

function step(random: Random, level: number): Float32Array {
  const samples = new Float32Array(lengthSeconds * sceneSampleRateHz);
  const dull = new LowPass(random.between(500, 900));
  for (let index = 0; index < samples.length; index++) {
    const seconds = index / sceneSampleRateHz;
    const sole = seconds < heelSeconds ? 0 : Math.exp((heelSeconds - seconds) / decaySeconds);
    const envelope = Math.min(1, seconds / 0.004) * (0.5 * Math.exp(-seconds / (0.4 * decaySeconds)) + sole);
    samples[index] = 3 * level * envelope * dull.next(2 * random.next() - 1);
  }
  return samples;
}

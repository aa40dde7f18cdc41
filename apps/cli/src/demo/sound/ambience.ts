import { Random, smoothNoise } from '../drawing/random.ts';
import { LowPass } from './low-pass.ts';
import { sceneSampleRateHz } from './sound-track.ts';

/** Root mean square of the wind between gusts, of full scale: −47 dB. */
const windLevel = 0.0045;
/** Distant traffic: what it has above this is lost on the way; root mean square of full scale. */
const traffic = { hertz: 240, level: 0.003 } as const;
/** Amplitude of a transformer's hum at twice the mains frequency, and of its overtone. */
const hum = { hertz: 100, level: 0.0009, overtone: 0.0004 } as const;

/**
 * A quiet street without its people: wind in gusts, traffic far away, the hum of a transformer. The same seed gives the same samples.
 *
 * @returns mono, −1 to 1 at {@link sceneSampleRateHz}
 */
export function streetAmbience(seed: number, durationSeconds: number): Float32Array {
  const random = new Random(seed ^ 0x50de);
  const track = new Float32Array(Math.round(durationSeconds * sceneSampleRateHz));
  const wind = [new LowPass(620), new LowPass(620)];
  const rumble = [new LowPass(traffic.hertz), new LowPass(traffic.hertz)];
  for (let index = 0; index < track.length; index++) {
    const seconds = index / sceneSampleRateHz;
    const noise = 2 * random.next() - 1;
    // Two poles at these frequencies leave about a sixth and a tenth of the noise.
    const blowing = wind[1].next(wind[0].next(noise)) * 6 * windLevel * gust(seed, seconds);
    const rolling = rumble[1].next(rumble[0].next(2 * random.next() - 1)) * 10 * traffic.level;
    track[index] = blowing + rolling + humAt(seconds);
  }
  return track;
}

/** How strong the wind is: 0.6 to 1.6, changing within seconds. */
function gust(seed: number, seconds: number): number {
  return 0.6 + 0.7 * smoothNoise(seconds / 3.1, seed & 0xffff, 61) + 0.3 * smoothNoise(seconds / 0.9, seed & 0xffff, 62);
}

function humAt(seconds: number): number {
  const angle = 2 * Math.PI * hum.hertz * seconds;
  return hum.level * Math.sin(angle) + hum.overtone * Math.sin(3 * angle);
}

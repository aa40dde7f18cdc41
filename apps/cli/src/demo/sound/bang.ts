import type { Random } from '../drawing/random.ts';
import { LowPass } from './low-pass.ts';
import { sceneSampleRateHz } from './sound-track.ts';

/** Peak, of full scale: −6 dB. */
const level = 0.5;
const lengthSeconds = 1.6;
const riseSeconds = 0.0015;
/** How soon the bang itself fades, and what the house fronts throw back. */
const fading = { bangSeconds: 0.055, echoSeconds: 0.28 } as const;
/** Share of the echo: −18 dB. */
const echoShare = 0.12;

/** A bang, as of a firecracker: rises within two milliseconds in all frequencies, with a low thump, and fades between the house fronts. */
export function bang(random: Random): Float32Array {
  const samples = new Float32Array(lengthSeconds * sceneSampleRateHz);
  const thump = new LowPass(180);
  const echo = new LowPass(1_500);
  for (let index = 0; index < samples.length; index++) {
    const seconds = index / sceneSampleRateHz;
    const noise = 2 * random.next() - 1;
    const rise = Math.min(1, seconds / riseSeconds);
    const direct = Math.exp(-seconds / fading.bangSeconds) * (0.6 * noise + 2 * thump.next(noise));
    const thrownBack = seconds < 0.06 ? 0 : echoShare * Math.exp((0.06 - seconds) / fading.echoSeconds) * 3 * echo.next(noise);
    samples[index] = Math.max(-1, Math.min(1, level * rise * (direct + thrownBack)));
  }
  return samples;
}

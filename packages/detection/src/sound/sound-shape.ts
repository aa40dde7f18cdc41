import { soundBandCount, type SoundSample } from '../features/sound-sample.ts';
import { heardLevelDb } from './sound-level.ts';

/** Length of a {@link soundShape}. */
export const shapeLength = soundBandCount;

/** Steps of a shape in a decibel: int8 holds −63 to 63 dB. */
const stepsPerDb = 2;

/** Bands this far below the strongest are what remains of other sounds, dB. */
const depthDb = 30;

/** What is quieter to the ear has no shape of its own: dBFS, A-weighted. */
const leastHeardDb = -60;

/**
 * The shape of a sample's spectrum whatever its level: `[32]` int8, half decibels from the mean of its bands, bands more than
 * 30 dB below the strongest raised to there. Null where next to nothing is heard.
 */
export function soundShape(sample: SoundSample): Int8Array | null {
  if (heardLevelDb(sample) < leastHeardDb) return null;
  const strongest = Math.max(...sample.bands);
  const raised = Array.from(sample.bands, (band) => Math.max(band, strongest - depthDb));
  const mean = raised.reduce((sum, band) => sum + band, 0) / shapeLength;
  return Int8Array.from(raised, (band) => Math.round((band - mean) * stepsPerDb));
}

/** How far two shapes are apart, dB: root mean square over the bands. */
export function shapeDistanceDb(shapes: Int8Array, index: number, shape: Int8Array): number {
  let sum = 0;
  for (let band = 0; band < shapeLength; band += 1) sum += (shapes[index * shapeLength + band] - shape[band]) ** 2;
  return Math.sqrt(sum / shapeLength) / stepsPerDb;
}

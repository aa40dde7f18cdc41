import { quietestDb, soundBandCount, type SoundSample } from '../features/sound-sample.ts';

/** Mel scale (O'Shaughnessy, "Speech Communication", 1987) between the outer edges of the bands, Hz. */
const edges = { lowest: 50, highest: 8000 };
const toMel = (hertz: number): number => 2595 * Math.log10(1 + hertz / 700);
const toHertz = (mel: number): number => 700 * (10 ** (mel / 2595) - 1);

/** Centres of the bands of a sample, `[32]`, Hz, ascending. */
const bandCentresHz: readonly number[] = Array.from({ length: soundBandCount }, (_, band) => {
  const [low, high] = [toMel(edges.lowest), toMel(edges.highest)];
  return toHertz(low + ((band + 1) / (soundBandCount + 1)) * (high - low));
});

/** The A-weighting of IEC 61672-1 at a frequency, dB; 0 at 1 kHz. */
function aWeightingDb(hertz: number): number {
  const f2 = hertz * hertz;
  const response =
    (12194 ** 2 * f2 * f2) / ((f2 + 20.6 ** 2) * Math.sqrt((f2 + 107.7 ** 2) * (f2 + 737.9 ** 2)) * (f2 + 12194 ** 2));
  return 20 * Math.log10(response) + 2;
}

const weightsDb = bandCentresHz.map(aWeightingDb);

/**
 * How loud people hear a sample: the A-weighted level, dBFS. Wind and the rumble of roads, which carry most of the power out
 * of doors, hardly count in it.
 */
export function heardLevelDb({ bands }: SoundSample): number {
  let power = 0;
  for (let band = 0; band < soundBandCount; band += 1) {
    if (bands[band] > quietestDb) power += 10 ** ((bands[band] + weightsDb[band]) / 10);
  }
  return power === 0 ? quietestDb : Math.max(quietestDb, 10 * Math.log10(power));
}

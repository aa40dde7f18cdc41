import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { testSignal } from '../../../tools/reference/test-signal.ts';
import { powerToDb } from './decibels.ts';
import { FrameSpectrum } from './frame-spectrum.ts';
import { MelBands } from './mel-bands.ts';
import { spectralCentroidHz } from './spectral-shape.ts';

interface Recorded {
  readonly frames: readonly { readonly frame: number; readonly bands: readonly number[]; readonly centroidHz: number }[];
}

const recorded = JSON.parse(
  readFileSync(new URL('../../../tools/reference/recorded/mel.json', import.meta.url), 'utf8'),
) as Recorded;

describe('mel bands and centroid against librosa', () => {
  const signal = testSignal(4);
  const spectrum = new FrameSpectrum(512);
  const mel = new MelBands({ sampleRateHz: 16_000, transformLength: 512, bandCount: 32, lowestHz: 50, highestHz: 8000 });

  it.each(recorded.frames)('frame $frame', ({ frame, bands, centroidHz }) => {
    const power = spectrum.measure(signal, 160 * frame, new Float64Array(257));
    const levels = [...mel.sum(power, new Float64Array(32))].map(powerToDb);
    levels.forEach((levelDb, band) => expect(Math.abs(levelDb - bands[band])).toBeLessThan(2e-3));
    // librosa counts the last bin twice as much as the others.
    expect(Math.abs((spectralCentroidHz(power, 16_000 / 512) ?? NaN) - centroidHz)).toBeLessThan(0.005 * centroidHz);
  });
});

import { soundBandCount, type SoundSample, type SoundTrack } from '@vigil/detection';

/** A sample is its time (float64), twelve values and the bands (float32), little endian; NaN stands for null. */
const timeBytes = 8;
const valueCount = 12;

/** Bytes of a sample in a sound spool. */
export const soundSampleBytes = timeBytes + 4 * (valueCount + soundBandCount);

/** What is known of a sound track once it was heard to its end. It stands behind the samples as JSON, then its length and CRC-32. */
export interface SoundSpoolEnd {
  /** Says which file, settings and versions it belongs to; a spool with another one is not used. */
  readonly key: string;
  readonly samples: number;
  /** CRC-32 of the samples. */
  readonly samplesCrc: number;
  readonly track: SoundTrack;
  /** One line that says how the file was cut short; null where it was complete. */
  readonly truncated: string | null;
}

/** Writes a sample at the beginning of `bytes`. */
export function encodeSoundSample(sample: SoundSample, bytes: Buffer): void {
  bytes.writeDoubleLE(sample.seconds, 0);
  const values = [
    sample.levelDb,
    sample.peakDb,
    sample.flux,
    sample.onset,
    sample.centroidHz ?? NaN,
    sample.flatness ?? NaN,
    sample.harmonicity,
    sample.pitchHz ?? NaN,
    sample.lowHarmonicity,
    sample.speech ?? NaN,
    sample.clippedShare,
    sample.missingShare,
    ...sample.bands,
  ];
  values.forEach((value, index) => bytes.writeFloatLE(value, timeBytes + 4 * index));
}

/** Reads the sample at the beginning of `bytes`. */
export function decodeSoundSample(bytes: Buffer): SoundSample {
  const value = (index: number): number => bytes.readFloatLE(timeBytes + 4 * index);
  const nullable = (index: number): number | null => (Number.isNaN(value(index)) ? null : value(index));
  return {
    seconds: bytes.readDoubleLE(0),
    levelDb: value(0),
    peakDb: value(1),
    flux: value(2),
    onset: value(3),
    centroidHz: nullable(4),
    flatness: nullable(5),
    harmonicity: value(6),
    pitchHz: nullable(7),
    lowHarmonicity: value(8),
    speech: nullable(9),
    clippedShare: value(10),
    missingShare: value(11),
    bands: Float32Array.from({ length: soundBandCount }, (_, band) => value(valueCount + band)),
  };
}

import { soundBandCount, type SoundSample, soundSampleSeconds } from '../features/sound-sample.ts';

/** A stretch of sound: how long, and what it is like beside the steady noise it is otherwise. */
export interface SoundStretch {
  readonly seconds: number;
  /** Level, dBFS; the bands share its power evenly. */
  readonly levelDb?: number;
  /** What else differs; by the number of the sample within the stretch where it changes. */
  readonly like?: Partial<SoundSample> | ((sample: number) => Partial<SoundSample>);
}

/** Samples of stretches of sound one after another. */
export function soundSamples(...stretches: readonly SoundStretch[]): SoundSample[] {
  const samples: SoundSample[] = [];
  for (const { seconds, levelDb = -50, like = {} } of stretches) {
    const count = Math.round(seconds / soundSampleSeconds);
    for (let i = 0; i < count; i += 1) {
      samples.push({
        seconds: samples.length * soundSampleSeconds,
        levelDb,
        peakDb: levelDb === -120 ? -120 : levelDb + 12,
        bands: new Float32Array(soundBandCount).fill(levelDb === -120 ? -120 : levelDb - 10 * Math.log10(soundBandCount)),
        flux: 0,
        onset: 2,
        centroidHz: 1500,
        flatness: 0.4,
        harmonicity: 0.2,
        pitchHz: null,
        lowHarmonicity: 0.3,
        speech: 0.01,
        clippedShare: 0,
        missingShare: 0,
        ...(typeof like === 'function' ? like(i) : like),
      });
    }
  }
  return samples;
}

/** Digital silence. */
export function digitalSilence(seconds: number): SoundStretch {
  return {
    seconds,
    levelDb: -120,
    like: { onset: 0, centroidHz: null, flatness: null, harmonicity: 0, lowHarmonicity: 0, speech: 0 },
  };
}

/** A tone or a voice with overtones at a pitch, which may change from sample to sample. */
export function tone(seconds: number, levelDb: number, pitchHz: (sample: number) => number, filledBands = 12): SoundStretch {
  const bands = Float32Array.from({ length: soundBandCount }, (_, band) => (band < filledBands ? levelDb - 10 : levelDb - 60));
  return {
    seconds,
    levelDb,
    like: (sample) => ({
      bands,
      harmonicity: 0.95,
      pitchHz: pitchHz(sample),
      centroidHz: 2 * pitchHz(sample),
      flatness: 0.01,
    }),
  };
}

/** A bang: a sharp onset over a decay of a tenth of a second each. */
export function bang(levelDb: number, onset = 30): SoundStretch {
  return {
    seconds: 0.3,
    levelDb,
    like: (sample) => ({
      levelDb: levelDb - 12 * sample,
      peakDb: levelDb + 12 - 12 * sample,
      onset: sample === 0 ? onset : 2,
    }),
  };
}

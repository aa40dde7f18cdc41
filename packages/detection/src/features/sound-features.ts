import type { SoundSample, SoundTrack } from './sound-sample.ts';

/** The sound of a source: read from the first sample as often as is needed. */
export interface SoundFeatures {
  readonly track: SoundTrack;
  samples(): AsyncIterable<SoundSample> | Iterable<SoundSample>;
}

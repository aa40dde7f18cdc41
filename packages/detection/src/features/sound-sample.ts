/** Time from one {@link SoundSample} to the next, seconds. */
export const soundSampleSeconds = 0.1;

/** Number of mel bands of a {@link SoundSample}. */
export const soundBandCount = 32;

/** Levels are never below this: digital silence has no level of its own, dBFS. */
export const quietestDb = -120;

/** What a tenth of a second of a source's sound is like. Levels are dBFS: 0 dB is a mean square of 1, a full-scale sine has −3 dB. */
export interface SoundSample {
  /** Media time at which the tenth of a second begins, a multiple of 0.1 s. Times rise; they jump where sound is missing for long. */
  readonly seconds: number;
  /** Root mean square, dBFS, −120 at least. */
  readonly levelDb: number;
  /** Largest absolute sample value, dB relative to 1, −120 at least. */
  readonly peakDb: number;
  /** `[32]` mean power in mel bands from 50 to 8000 Hz, dBFS, −120 at least. The bands' powers add up to the power between the first and the last band centre. */
  readonly bands: Float32Array;
  /** Rise since the tenth of a second before: mean over bands of max(0, difference), dB. 0 at the first sample and after a jump. */
  readonly flux: number;
  /** Sharpest rise within: largest mean over bands of max(0, rise in 20 ms), looked at every 10 ms, dB. Above quietness only: bands count from −80 dBFS. */
  readonly onset: number;
  /** Mean frequency weighted by power, Hz; null in digital silence. */
  readonly centroidHz: number | null;
  /** Geometric divided by arithmetic mean of the power spectrum, 0 (a tone) to 1 (white noise); null in digital silence. */
  readonly flatness: number | null;
  /** How periodic it is: normalised autocorrelation at the best period from 1/1600 to 1/75 s, 0 (noise, silence) to 1 (a tone, a vowel, a cry). */
  readonly harmonicity: number;
  /** Fundamental frequency at that period, 75 to 1600 Hz; null where there is no such period. */
  readonly pitchHz: number | null;
  /** The same of what lies below 450 Hz over the last 0.2 s, periods from 1/330 to 1/15 s, 0 to 1: the throb and hum of machines. */
  readonly lowHarmonicity: number;
  /** Probability of speech, 0 to 1, the largest of what was looked at within; null where the speech model was not available. */
  readonly speech: number | null;
  /** Share of sample values at full scale (absolute value 0.999 or more), 0 to 1. */
  readonly clippedShare: number;
  /** Share of time without sound in the file (before its first, in a gap, in a damaged part), heard as silence; 0 to 1. */
  readonly missingShare: number;
}

/** What is known of a source's sound as a whole. */
export interface SoundTrack {
  /** `absent`: no sound track. `used`: heard, be it silent. `broken`: there is a track, but nothing to hear because it is damaged or its codec is unknown. */
  readonly state: 'absent' | 'used' | 'broken';
  /** One plain sentence where something is to be said (why broken, muted, partly missing); null otherwise. */
  readonly reason: string | null;
  /** Media time that was heard, gaps left out, seconds. */
  readonly heardSeconds: number;
  /** Share of the heard time in digital silence (every sample value 0), 0 to 1; 1 is a muted track. */
  readonly silentShare: number;
  /** Why `speech` is null in every sample; null where the speech model listened. */
  readonly speechUnavailableReason: string | null;
}

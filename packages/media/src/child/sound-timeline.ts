import { longestFilledGapSeconds, soundSampleRateHz } from '../sound-source.ts';
import { MonoMixer } from './mono-mixer.ts';
import type { DecodedSoundFrame } from './sound-decoder.ts';
import { SoundResampler } from './sound-resampler.ts';

/** Time stamps may differ this much from the count of samples before they are believed: FFmpeg's own bound for sound. */
const toleranceSeconds = 0.1;
/** A step back of the time stamps of more than this is a clock that started again, not an overlap. */
const restartSeconds = 1;

/** A stretch of sound in media time; `missing` is silence that stands for a gap. */
export interface SoundStretch {
  readonly seconds: number;
  readonly samples: Float32Array;
  readonly missing: boolean;
}

/**
 * Lays decoded sound out in media time at 16 kHz mono. Short gaps of the time stamps are filled with silence, long ones make
 * time jump, overlaps are cut away, and a clock that starts again in mid-stream goes on from where it was.
 */
export class SoundTimeline implements Disposable {
  readonly #resampler = new SoundResampler(soundSampleRateHz);
  readonly #mixer = new MonoMixer();
  /** Media time of the present run of samples: its beginning, what was decoded of it, and what was given out. */
  #originSeconds: number | null = null;
  #decodedSeconds = 0;
  #givenSamples = 0;
  /** Samples to leave out because they were heard before. */
  #surplusSamples = 0;
  #clockOffsetSeconds = 0;
  /** Silence put into gaps, in seconds. */
  filledSeconds = 0;
  /** Gaps over which time jumped, in seconds. */
  skippedSeconds = 0;

  /** Media time up to which sound was given, in seconds; null before the first. */
  get endSeconds(): number | null {
    return this.#originSeconds === null ? null : this.#originSeconds + this.#givenSamples / soundSampleRateHz;
  }

  /** Takes a decoded frame; gives what is ready. */
  *push({ frame, stampSeconds }: DecodedSoundFrame): Generator<SoundStretch> {
    yield* this.#follow(stampSeconds);
    this.#decodedSeconds += frame.nbSamples / frame.sampleRate;
    for (const channels of this.#resampler.push(frame)) yield* this.#give(channels);
  }

  /** Gives what is left at the end of the file. */
  *flush(): Generator<SoundStretch> {
    for (const channels of this.#resampler.flush()) yield* this.#give(channels);
  }

  [Symbol.dispose](): void {
    this.#resampler[Symbol.dispose]();
  }

  *#follow(stampSeconds: number | null): Generator<SoundStretch> {
    if (this.#originSeconds === null) {
      this.#originSeconds = stampSeconds ?? 0;
      return;
    }
    if (stampSeconds === null) return;
    const expected = this.#originSeconds + this.#decodedSeconds;
    const difference = stampSeconds + this.#clockOffsetSeconds - expected;
    if (Math.abs(difference) <= toleranceSeconds) return;
    if (difference < -restartSeconds) {
      this.#clockOffsetSeconds -= difference;
      return;
    }
    yield* this.flush();
    const end = this.#originSeconds + this.#givenSamples / soundSampleRateHz;
    const start = expected + difference;
    this.#surplusSamples = Math.max(0, Math.round((end - start) * soundSampleRateHz));
    if (start - end > longestFilledGapSeconds) this.skippedSeconds += start - end;
    else if (start > end) yield* this.#fill(end, start - end);
    this.#begin(Math.max(start, end), Math.min(0, start - end));
  }

  *#fill(seconds: number, gapSeconds: number): Generator<SoundStretch> {
    this.filledSeconds += gapSeconds;
    yield { seconds, samples: new Float32Array(Math.round(gapSeconds * soundSampleRateHz)), missing: true };
  }

  #begin(seconds: number, decodedSeconds: number): void {
    this.#originSeconds = seconds;
    this.#decodedSeconds = decodedSeconds;
    this.#givenSamples = 0;
  }

  *#give(channels: readonly Float32Array[]): Generator<SoundStretch> {
    const mono = this.#mixer.mix(channels);
    const surplus = Math.min(this.#surplusSamples, mono.length);
    this.#surplusSamples -= surplus;
    const samples = mono.subarray(surplus);
    const seconds = this.endSeconds;
    if (samples.length === 0 || seconds === null) return;
    this.#givenSamples += samples.length;
    yield { seconds, samples, missing: false };
  }
}

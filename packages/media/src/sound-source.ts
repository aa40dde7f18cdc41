import type { MediaInfo } from './media-info.ts';
import type { MediaProcessOptions } from './process/process-options.ts';

/** Samples a second of every sound source. */
export const soundSampleRateHz = 16_000;

/** Samples of a block at most: one second. */
export const soundBlockSamples = 16_000;

/** Gaps in the time stamps up to this long, in seconds, are filled with silence; over longer ones the time of the blocks jumps. */
export const longestFilledGapSeconds = 2;

/** How a file's sound is read. */
export interface SoundSourceOptions extends MediaProcessOptions {
  /** Sound before this media time in seconds is decoded but not delivered. Default 0. */
  readonly startSeconds?: number | undefined;
}

/** Sound that follows the block before it without a break, unless its time jumps. */
export interface SoundBlock {
  /** Media time of the first sample in seconds. */
  readonly seconds: number;
  /** `[samples]` mono at 16 kHz, −1 to 1 (decoders may exceed it), one second at most. */
  readonly samples: Float32Array<ArrayBuffer>;
  /** True for silence that stands for a gap in the file; all samples are 0. */
  readonly missing: boolean;
}

/** What reading a file's sound to its end has shown. */
export interface SoundFacts {
  /** Media time of the last sample's end in seconds; null where nothing could be decoded. */
  readonly endSeconds: number | null;
  /** Packets that could not be decoded. */
  readonly damagedPackets: number;
  /** Silence put into gaps of the file, in seconds. */
  readonly filledSeconds: number;
  /** Gaps too long to be filled, over which time jumps, in seconds. */
  readonly skippedSeconds: number;
  /** One line that says how the file was cut short; null where it was complete. */
  readonly truncated: string | null;
}

/**
 * The sound of one file, in media time. Can be iterated once. Leaving the loop early ends the media process at once.
 */
export interface SoundSource extends AsyncIterable<SoundBlock>, AsyncDisposable {
  readonly info: MediaInfo;
  /** Once all blocks were delivered: what was met on the way. Null before. */
  readonly facts: SoundFacts | null;
  /** Operating system's id of the media process. */
  readonly processId: number;
}

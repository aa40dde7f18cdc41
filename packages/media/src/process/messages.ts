import type { ErrorCode, PictureSize } from '@vigil/contracts';
import type { ClipResult } from '../clip-result.ts';
import type { MediaInfo } from '../media-info.ts';
import type { SoundFacts } from '../sound-source.ts';
import type { Truncation } from '../truncation.ts';

/** Reads a file's tracks. */
export interface ProbeJob {
  readonly kind: 'probe';
  readonly file: string;
}

/** Decodes pictures for analysis. */
export interface FramesJob {
  readonly kind: 'frames';
  readonly file: string;
  readonly analysisFramesPerSecond: number;
  readonly grayLongSidePixels: number;
  readonly colourLongSidePixels: number;
  /** Takes the place of `colourLongSidePixels` where it is given. */
  readonly colourShortSidePixels: number | null;
  /** Pictures at or before this media time are numbered but not delivered; null delivers all. */
  readonly startAfterSeconds: number | null;
  /** Pictures that may be under way to the consumer. */
  readonly aheadFrames: number;
  /** Pictures behind the consumer whose colour copy can still be asked for. */
  readonly releaseWindowFrames: number;
}

/** Decodes sound for analysis. */
export interface SoundJob {
  readonly kind: 'sound';
  readonly file: string;
  /** Sound before this media time is not delivered. */
  readonly startSeconds: number;
  /** Blocks that may be under way to the consumer. */
  readonly aheadBlocks: number;
}

/** Writes a part of a file as an MP4 that browsers play. */
export interface ClipJob {
  readonly kind: 'clip';
  readonly file: string;
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Where the bytes go; the parent renames the file when it is complete. */
  readonly partialFile: string;
}

/** Encodes pictures that the parent sends. */
export interface WriteVideoJob {
  readonly kind: 'write-video';
  readonly partialFile: string;
  readonly container: 'mp4' | 'matroska';
  readonly codec: 'h264' | 'ffv1';
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  /** Samples a second of the sound track; null for a video without one. */
  readonly soundSampleRateHz: number | null;
}

/** What a media process is started for. */
export type MediaJob = ProbeJob | FramesJob | SoundJob | ClipJob | WriteVideoJob;

/** What the parent tells a media process. The first message is the job; `picture` carries gray or RGB bytes, `sound` mono float32. */
export type ToChild =
  | { readonly type: 'job'; readonly job: MediaJob }
  | { readonly type: 'consumed'; readonly index: number }
  | { readonly type: 'colour'; readonly index: number }
  | { readonly type: 'picture'; readonly channels: 1 | 3 }
  | { readonly type: 'sound' }
  | { readonly type: 'finish' };

/** What a media process tells its parent. `frame` carries gray bytes, `colour` RGB bytes, `sound` mono float32 at 16 kHz. */
export type FromChild =
  | { readonly type: 'progress' }
  | { readonly type: 'info'; readonly info: MediaInfo }
  | { readonly type: 'opened'; readonly info: MediaInfo; readonly graySize: PictureSize; readonly colourSize: PictureSize }
  | { readonly type: 'frame'; readonly index: number; readonly timeSeconds: number }
  | { readonly type: 'colour'; readonly index: number; readonly timeSeconds: number }
  | { readonly type: 'end'; readonly truncated: Truncation | null; readonly damagedPackets: number }
  | { readonly type: 'sound-opened'; readonly info: MediaInfo }
  | { readonly type: 'sound'; readonly seconds: number; readonly missing: boolean }
  | { readonly type: 'sound-end'; readonly facts: SoundFacts }
  | { readonly type: 'written' }
  | { readonly type: 'clip'; readonly result: ClipResult }
  | { readonly type: 'finished' }
  | {
      readonly type: 'error';
      readonly code: ErrorCode;
      readonly message: string;
      readonly details: Record<string, unknown>;
    };

import type { GrayFrame, PictureSize, RgbFrame } from '@vigil/contracts';
import type { MediaInfo } from './media-info.ts';
import type { MediaProcessOptions } from './process/process-options.ts';
import type { Truncation } from './truncation.ts';

/** Pictures behind the last one taken whose colour copy can still be asked for. */
export const releaseWindowFrames = 16;

/** How a file is read for analysis. */
export interface FrameSourceOptions extends MediaProcessOptions {
  /** Pictures a second of media time at most; slower sources keep every picture. Default 10. */
  readonly analysisFramesPerSecond?: number | undefined;
  /** Long side of gray frames at most, in pixels; pictures are never enlarged. Default 360. */
  readonly grayLongSidePixels?: number | undefined;
  /** Long side of colour copies at most, in pixels; pictures are never enlarged. Default 720. */
  readonly colourLongSidePixels?: number | undefined;
  /** Short side of colour copies at most, in pixels, in place of `colourLongSidePixels`: for models that see squares. */
  readonly colourShortSidePixels?: number | undefined;
  /**
   * Resume: pictures at or before this media time in seconds are decoded but not delivered. Indices and pixels of the rest are
   * those of an undisturbed run.
   */
  readonly startAfterSeconds?: number | undefined;
}

/** A gray picture of a source, with its colour copy for the asking. */
export interface AnalysedFrame extends GrayFrame {
  /**
   * Colour copy of this picture, made on request and by the media process. Ask before {@link releaseWindowFrames} later frames
   * have been taken from the source.
   *
   * @throws VigilError `bad-request` when asked too late or after the source was disposed of, or what ended the source.
   */
  colour(): Promise<RgbFrame>;
}

/**
 * The analysed pictures of one file, in order of presentation. Can be iterated once. Leaving the loop early ends the media
 * process at once; after a complete loop it lives on for colour copies until the source is disposed of.
 */
export interface FrameSource extends AsyncIterable<AnalysedFrame>, AsyncDisposable {
  readonly info: MediaInfo;
  /** Size of every gray frame: the displayed shape, both sides even. */
  readonly graySize: PictureSize;
  /** Size of every colour copy: the displayed shape, both sides even. */
  readonly colourSize: PictureSize;
  /** Once all pictures were delivered: how the file was cut short, null where it was complete. Null before. */
  readonly truncated: Truncation | null;
  /** Once all pictures were delivered: packets that could not be decoded. 0 before. */
  readonly damagedPackets: number;
  /** Operating system's id of the media process. */
  readonly processId: number;
}

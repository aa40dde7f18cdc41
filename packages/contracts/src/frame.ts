/** An 8-bit luma picture in media time, as motion analysis reads it. */
export interface GrayFrame {
  /** Position among the analysed frames of the source, from 0. */
  readonly index: number;
  /** Presentation time in seconds of media time; the first picture of a file is not always at 0. */
  readonly timeSeconds: number;
  readonly width: number;
  readonly height: number;
  /** `[height, width]` row-major luma, 0 to 255, no padding between rows. */
  readonly data: Uint8Array;
}

/** An 8-bit colour picture, as models read it. */
export interface RgbFrame {
  readonly index: number;
  readonly timeSeconds: number;
  readonly width: number;
  readonly height: number;
  /** `[height, width, 3]` row-major red, green, blue, 0 to 255, no padding between rows. */
  readonly data: Uint8Array;
}

/** Size of a picture in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

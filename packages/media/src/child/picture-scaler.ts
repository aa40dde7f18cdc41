import type { PictureSize } from '@vigil/contracts';
import {
  AV_PIX_FMT_GRAY8,
  AV_PIX_FMT_RGB24,
  AVCOL_RANGE_JPEG,
  AVCOL_SPC_BT709,
  AVCOL_SPC_SMPTE170M,
  AVCOL_SPC_UNSPECIFIED,
  type AVPixelFormat,
} from 'node-av/constants';
import { avGetPixFmtName, Frame, SoftwareScaleContext } from 'node-av/lib';
import { transposedSize } from '../geometry/picture-size.ts';
import { orientPicture, type Orientation } from '../geometry/orientation.ts';
import { expectConverted, expectSuccess } from './ffmpeg-error.ts';
import { scaleLuma } from './luma-plane.ts';

/** Area averaging, with the same result on every processor. */
export const scalerFlags = 'area+accurate_rnd+bitexact';
/** Pictures of more lines than this are taken as BT.709 where they do not name their colour matrix, as players do. */
export const standardDefinitionLines = 576;

/** Names the colour matrix of a picture that does not name one. */
export function nameColourMatrix(frame: Frame): void {
  if (frame.colorSpace !== AVCOL_SPC_UNSPECIFIED) return;
  frame.colorSpace = frame.height > standardDefinitionLines ? AVCOL_SPC_BT709 : AVCOL_SPC_SMPTE170M;
}

/** A frame's kind of pictures, for an error line. */
export function picturesOf({ format, width, height }: Frame): string {
  return `its pictures (${avGetPixFmtName(format as AVPixelFormat) ?? 'unknown format'}, ${width}×${height})`;
}

/** Turns decoded pictures of any size and pixel format into upright gray or RGB ones of one size, full range. */
export class PictureScaler implements Disposable {
  readonly #scaler = new SoftwareScaleContext();
  readonly #target = new Frame();
  readonly #channels: 1 | 3;
  readonly #orientation: Orientation;

  /** @param size Size of the pictures that come out, upright. */
  constructor(size: PictureSize, channels: 1 | 3, orientation: Orientation) {
    this.#channels = channels;
    this.#orientation = orientation;
    this.#scaler.allocContext();
    this.#scaler.setOption('sws_flags', scalerFlags);
    const stored = orientation.transposed ? transposedSize(size) : size;
    this.#target.alloc();
    this.#target.width = stored.width;
    this.#target.height = stored.height;
    this.#target.format = channels === 1 ? AV_PIX_FMT_GRAY8 : AV_PIX_FMT_RGB24;
    this.#target.colorRange = AVCOL_RANGE_JPEG;
    expectSuccess(this.#target.getBuffer(0), 'allocating a picture');
  }

  /** `[height, width, channels]`, 0 to 255, row-major. Names the frame's colour matrix where it has none. */
  scale(frame: Frame): Uint8Array {
    nameColourMatrix(frame);
    const { width, height } = this.#target;
    const scaled = (this.#channels === 1 ? scaleLuma(frame, () => this.#scale(frame)) : null) ?? this.#scale(frame);
    return orientPicture(scaled, width, height, this.#channels, this.#orientation);
  }

  #scale(frame: Frame): Uint8Array {
    expectConverted(this.#scaler.scaleFrameSync(this.#target, frame), picturesOf(frame));
    return this.#target.toBuffer();
  }

  [Symbol.dispose](): void {
    this.#scaler.freeContext();
    this.#target.free();
  }
}

import type { AVPixelFormat } from 'node-av/constants';
import type { CodecContext } from 'node-av/lib';
import { Frame, SoftwareScaleContext } from 'node-av/lib';
import { expectConverted, expectSuccess } from './ffmpeg-error.ts';
import { nameColourMatrix, picturesOf, scalerFlags } from './picture-scaler.ts';

/** Turns pictures of any size and pixel format into those that an encoder was set up for. */
export class PictureConverter implements Disposable {
  readonly #scaler = new SoftwareScaleContext();
  readonly #encoder: CodecContext;

  constructor(encoder: CodecContext) {
    this.#encoder = encoder;
    this.#scaler.allocContext();
    this.#scaler.setOption('sws_flags', scalerFlags);
  }

  /** A new frame with the picture, its time stamp and duration in the encoder's clock; the caller frees it. */
  convert(source: Frame, pts: bigint, duration: bigint): Frame {
    nameColourMatrix(source);
    const target = new Frame();
    target.alloc();
    target.width = this.#encoder.width;
    target.height = this.#encoder.height;
    target.format = this.#encoder.pixelFormat;
    target.colorRange = this.#encoder.colorRange;
    target.colorSpace = this.#encoder.colorSpace;
    expectSuccess(target.getBuffer(0), 'allocating a picture');
    expectConverted(this.#scaler.scaleFrameSync(target, source), picturesOf(source));
    target.pts = pts;
    target.duration = duration;
    return target;
  }

  [Symbol.dispose](): void {
    this.#scaler.freeContext();
  }
}

/** A frame of raw bytes, `[height, width, channels]`; the caller frees it. */
export function frameOfBytes(data: Uint8Array, width: number, height: number, format: AVPixelFormat): Frame {
  return Frame.fromVideoBuffer(Buffer.from(data.buffer, data.byteOffset, data.length), { width, height, format });
}

import { AV_PKT_DATA_DISPLAYMATRIX, FF_ENCODER_LIBX264 } from 'node-av/constants';
import { avRescaleQ, Rational, type Frame, type Packet, type Stream } from 'node-av/lib';
import type { ClipRange, ClipTrack } from './clip-track.ts';
import { configureBrowserPictures, h264Options } from './h264-settings.ts';
import type { InputFile } from './open-input.ts';
import type { OutputFile } from './output-file.ts';
import { PictureConverter } from './picture-converter.ts';
import { assumedFramesPerSecond, declaredFramesPerSecond } from './picture-clock.ts';
import { PictureDecoder } from './picture-decoder.ts';
import { sampleAspectRatioOf } from './sample-aspect-ratio.ts';
import { StreamEncoder } from './stream-encoder.ts';
import { fitLongSide } from '../geometry/picture-size.ts';

/** Clock of the encoded track: the usual one of MPEG, fine enough for any frame rate. */
const ticksPerSecond = 90_000;
/** Pictures closer than this are left out: nobody sees more than 120 a second, and files may claim a million. */
const leastTicks = BigInt(Math.round(ticksPerSecond / 121));
/** Long side of encoded clips at most, in pixels. */
const longSidePixels = 1920;

/** A picture track that is decoded and encoded anew, from exactly the start of the range. */
export class EncodedPictures implements ClipTrack {
  readonly #decoder: PictureDecoder;
  readonly #encoder: StreamEncoder;
  readonly #converter: PictureConverter;
  readonly #source: Stream;
  readonly #range: ClipRange;
  #isComplete = false;
  #lastTicks = -1n;

  constructor(input: InputFile, source: Stream, output: OutputFile, range: ClipRange) {
    this.#range = range;
    this.#source = source;
    this.#decoder = new PictureDecoder(input);
    const { width, height } = source.codecpar;
    const size = fitLongSide({ width, height }, longSidePixels);
    this.#encoder = new StreamEncoder(output, FF_ENCODER_LIBX264, h264Options, (context) => {
      configureBrowserPictures(context, size.width, size.height);
      context.timeBase = new Rational(1, ticksPerSecond);
      // The clock is no frame rate: the encoder picks its level by this one.
      context.framerate = new Rational(Math.round(1000 * (declaredFramesPerSecond(source) ?? assumedFramesPerSecond)), 1000);
      context.sampleAspectRatio = sampleAspectRatioOf(source);
    });
    const matrix = source.codecpar.getCodedSideData(AV_PKT_DATA_DISPLAYMATRIX);
    // Players turn the clip as they turn the source.
    if (matrix !== null) this.#encoder.stream.codecpar.addCodedSideData(AV_PKT_DATA_DISPLAYMATRIX, matrix);
    this.#encoder.stream.sampleAspectRatio = sampleAspectRatioOf(source);
    this.#converter = new PictureConverter(this.#encoder.context);
  }

  get isComplete(): boolean {
    return this.#isComplete;
  }

  get hasWritten(): boolean {
    return this.#lastTicks >= 0n;
  }

  take(packet: Packet | null): void {
    for (const { frame, timeSeconds } of this.#decoder.decode(packet)) {
      if (timeSeconds >= this.#range.endSeconds) this.#isComplete = true;
      const ticks = BigInt(Math.round((timeSeconds - this.#range.startSeconds) * ticksPerSecond));
      if (this.#isComplete || ticks < 0n || (this.hasWritten && ticks < this.#lastTicks + leastTicks)) continue;
      this.#lastTicks = ticks;
      const picture = this.#converter.convert(frame, ticks, this.#durationOf(frame));
      this.#encoder.encode(picture);
      picture.free();
    }
  }

  flush(): void {
    if (!this.#isComplete) this.take(null);
    this.#encoder.encode(null);
  }

  /** Many streams leave durations out; a last picture without one would not be shown. */
  #durationOf(frame: Frame): bigint {
    if (frame.duration > 0n) return avRescaleQ(frame.duration, this.#source.timeBase, this.#encoder.context.timeBase);
    return BigInt(Math.round(ticksPerSecond / (declaredFramesPerSecond(this.#source) ?? assumedFramesPerSecond)));
  }

  [Symbol.dispose](): void {
    this.#converter[Symbol.dispose]();
    this.#encoder[Symbol.dispose]();
    this.#decoder[Symbol.dispose]();
  }
}

import { AV_FRAME_FLAG_INTERLACED, AV_NOPTS_VALUE, AV_PKT_FLAG_CORRUPT, AVERROR_EOF } from 'node-av/constants';
import { Codec, CodecContext, Frame, Packet, type Stream } from 'node-av/lib';
import { maximumAreaPixels } from '../geometry/picture-size.ts';
import { isAllowedDecoder } from './allowed-decoders.ts';
import { Deinterlacer } from './deinterlacer.ts';
import { ffmpegWords, throwIfOutOfMemory } from './ffmpeg-error.ts';
import { MediaFailure } from './media-failure.ts';
import type { InputFile } from './open-input.ts';
import { PictureClock } from './picture-clock.ts';

/** Threads of the decoder; more would take the cores from the analysis. */
const decoderThreads = 2;

/** A decoded picture. The frame belongs to the decoder and is only valid until the next one is asked for. */
export interface DecodedPicture {
  readonly frame: Frame;
  /** Media time in seconds, rising from picture to picture. */
  readonly timeSeconds: number;
}

/** Decodes the video track of a file in order of presentation; fields become pictures. */
export class PictureDecoder implements Disposable {
  readonly #input: InputFile;
  readonly #stream: Stream;
  readonly #context: CodecContext;
  readonly #packet = new Packet();
  readonly #frame = new Frame();
  readonly #clock: PictureClock;
  #deinterlacer: Deinterlacer | null = null;
  /** Packets that could not be decoded or came damaged from the container. */
  damagedPackets = 0;
  /** True where reading ended with an error instead of the end of the file. */
  readFailed = false;

  /** @throws MediaFailure `no-video`, `codec-unsupported` or `picture-size-unsupported`. */
  constructor(input: InputFile) {
    this.#input = input;
    if (input.video === null) throw new MediaFailure('no-video', 'has no video track; give a file with pictures');
    this.#stream = input.video;
    this.#context = openDecoder(this.#stream);
    this.#packet.alloc();
    this.#frame.alloc();
    this.#clock = new PictureClock(input, this.#stream);
  }

  /** True once a picture flagged as two fields was decoded. */
  get isInterlaced(): boolean {
    return this.#deinterlacer !== null;
  }

  /** All pictures from the present position to the end of the file; null after every packet, so that the caller can breathe. */
  *pictures(): Generator<DecodedPicture | null, void, undefined> {
    const { format } = this.#input;
    for (;;) {
      const code = format.readFrameSync(this.#packet);
      if (code < 0) {
        throwIfOutOfMemory(code);
        this.readFailed = code !== AVERROR_EOF;
        break;
      }
      if (this.#packet.streamIndex === this.#stream.index) yield* this.decode(this.#packet);
      this.#packet.unref();
      yield null;
    }
    yield* this.decode(null);
  }

  /** Pictures that come of a packet of the video track, or what is left where it is null. */
  *decode(packet: Packet | null): Generator<DecodedPicture> {
    if (packet?.hasFlags(AV_PKT_FLAG_CORRUPT) === true && this.#input.dropsCorruptPackets) {
      this.damagedPackets += 1;
      return;
    }
    const code = this.#context.sendPacketSync(packet);
    throwIfOutOfMemory(code);
    if (code < 0 && code !== AVERROR_EOF) this.damagedPackets += 1;
    while (this.#context.receiveFrameSync(this.#frame) >= 0) {
      const frame = this.#frame;
      this.#deinterlacer ??= frame.hasFlags(AV_FRAME_FLAG_INTERLACED) ? new Deinterlacer(this.#stream.timeBase) : null;
      if (frame.pts === AV_NOPTS_VALUE) frame.pts = frame.bestEffortTimestamp;
      if (this.#deinterlacer === null) yield* this.#timed([frame]);
      else yield* this.#timed(this.#deinterlacer.push(frame));
      frame.unref();
    }
    if (packet === null && this.#deinterlacer !== null) yield* this.#timed(this.#deinterlacer.flush());
  }

  [Symbol.dispose](): void {
    this.#deinterlacer?.[Symbol.dispose]();
    this.#frame.free();
    this.#packet.free();
    this.#context.freeContext();
  }

  *#timed(frames: Iterable<Frame>): Generator<DecodedPicture> {
    for (const frame of frames) yield { frame, timeSeconds: this.#clock.timeOf(frame) };
  }
}

function openDecoder(stream: Stream): CodecContext {
  const parameters = stream.codecpar;
  const codec = Codec.findDecoder(parameters.codecId);
  const tag = parameters.codecTagString ?? '';
  if (codec === null) throw unsupportedCodec(tag, 'no decoder is known');
  if (!isAllowedDecoder(codec.name)) throw unsupportedCodec(codec.name ?? tag, 'its decoder is not used');
  const context = new CodecContext();
  context.allocContext3(codec);
  context.parametersToContext(parameters);
  context.pktTimebase = stream.timeBase;
  context.threadCount = decoderThreads;
  context.setOption('max_pixels', BigInt(maximumAreaPixels));
  const code = context.open2Sync(codec);
  throwIfOutOfMemory(code);
  if (code >= 0) return context;
  context.freeContext();
  throw unsupportedCodec(codec.name ?? tag, ffmpegWords(code));
}

function unsupportedCodec(name: string, why: string): MediaFailure {
  const message = `its video codec ${JSON.stringify(name)} is not supported (${why}); convert the file to H.264`;
  return new MediaFailure('codec-unsupported', message, { codec: name });
}

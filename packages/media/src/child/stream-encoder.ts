import { AV_CODEC_FLAG_FRAME_DURATION, AV_CODEC_FLAG_GLOBAL_HEADER } from 'node-av/constants';
import type { FFEncoderCodec } from 'node-av/constants';
import { Codec, CodecContext, Packet, type Frame, type Stream } from 'node-av/lib';
import { expectSuccess } from './ffmpeg-error.ts';
import { MediaFailure } from './media-failure.ts';
import type { OutputFile } from './output-file.ts';

/** Encodes the frames of one track into an output file. */
export class StreamEncoder implements Disposable {
  readonly context: CodecContext;
  readonly #output: OutputFile;
  readonly #stream: Stream;
  readonly #packet = new Packet();

  /**
   * @param configure Sets size, format and time base of the encoder before it is opened.
   * @param options Options of the encoder itself.
   */
  constructor(
    output: OutputFile,
    codecName: FFEncoderCodec,
    options: Record<string, string | number>,
    configure: (context: CodecContext) => void,
  ) {
    const codec = Codec.findEncoderByName(codecName);
    if (codec === null) throw new MediaFailure('codec-unsupported', `this build of FFmpeg has no encoder ${codecName}`);
    this.#output = output;
    this.context = new CodecContext();
    this.context.allocContext3(codec);
    configure(this.context);
    // Without its duration the last picture would end when it starts, and players leave it out.
    this.context.setFlags(AV_CODEC_FLAG_FRAME_DURATION);
    if (output.wantsGlobalHeader) this.context.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER);
    for (const [name, value] of Object.entries(options)) {
      expectSuccess(this.context.setOption(name, value), `setting ${name} of the encoder ${codecName}`);
    }
    expectSuccess(this.context.open2Sync(codec), `opening the encoder ${codecName}`);
    this.#stream = output.addStream();
    this.#stream.timeBase = this.context.timeBase;
    this.#stream.codecpar.fromContext(this.context);
    this.#packet.alloc();
  }

  /** The track in the output file. */
  get stream(): Stream {
    return this.#stream;
  }

  /** Encodes a frame, or what is left where `frame` is null, and writes the packets that come of it. */
  encode(frame: Frame | null): void {
    expectSuccess(this.context.sendFrameSync(frame), 'encoding');
    while (this.context.receivePacketSync(this.#packet) >= 0) {
      this.#output.writePacket(this.#packet, this.#stream, this.context.timeBase);
      this.#packet.unref();
    }
  }

  [Symbol.dispose](): void {
    this.#packet.free();
    this.context.freeContext();
  }
}

import { AV_NOPTS_VALUE, AVERROR_EOF } from 'node-av/constants';
import { type CodecContext, Frame, Packet, type Stream } from 'node-av/lib';
import { throwIfOutOfMemory } from './ffmpeg-error.ts';
import { MediaFailure } from './media-failure.ts';
import type { InputFile } from './open-input.ts';
import { openSoundDecoder } from './open-sound-decoder.ts';

/** Sample rates that are taken, in hertz: what sound cards and codecs can do; others are damage. */
const sampleRates = { lowest: 1000, highest: 768_000 };
/** Channels that are taken at most. */
const mostChannels = 64;

/** Decoded sound as it comes. The frame belongs to the decoder and is only valid until the next one is asked for. */
export interface DecodedSoundFrame {
  readonly frame: Frame;
  /** Media time in seconds by the file's time stamps; null where the frame has none. */
  readonly stampSeconds: number | null;
}

/** Decodes the sound track of a file. */
export class SoundDecoder implements Disposable {
  readonly #input: InputFile;
  readonly #stream: Stream;
  readonly #context: CodecContext;
  readonly #packet = new Packet();
  readonly #frame = new Frame();
  /** Packets that could not be decoded. */
  damagedPackets = 0;
  #hasGiven = false;
  /** True where reading ended with an error instead of the end of the file. */
  readFailed = false;

  /** @throws MediaFailure `codec-unsupported` */
  constructor(input: InputFile, stream: Stream) {
    this.#input = input;
    this.#stream = stream;
    this.#context = openSoundDecoder(stream);
    this.#packet.alloc();
    this.#frame.alloc();
  }

  /**
   * All sound from the present position to the end of the file; null after every packet, so that the caller can breathe.
   *
   * @throws MediaFailure `codec-unsupported` for a sample rate or a number of channels that cannot be
   */
  *frames(): Generator<DecodedSoundFrame | null, void, undefined> {
    for (;;) {
      const code = this.#input.format.readFrameSync(this.#packet);
      if (code < 0) {
        throwIfOutOfMemory(code);
        this.readFailed = code !== AVERROR_EOF;
        break;
      }
      if (this.#packet.streamIndex === this.#stream.index) yield* this.#decode(this.#packet);
      this.#packet.unref();
      yield null;
    }
    yield* this.#decode(null);
  }

  [Symbol.dispose](): void {
    this.#frame.free();
    this.#packet.free();
    this.#context.freeContext();
  }

  *#decode(packet: Packet | null): Generator<DecodedSoundFrame> {
    const code = this.#context.sendPacketSync(packet);
    throwIfOutOfMemory(code);
    if (code < 0 && code !== AVERROR_EOF) this.damagedPackets += 1;
    while (this.#context.receiveFrameSync(this.#frame) >= 0) {
      const frame = this.#frame;
      const problem = problemOf(frame);
      // A frame that nothing can be made of is damage where others were fine.
      if (problem !== null && !this.#hasGiven) throw problem;
      if (problem !== null) this.damagedPackets += 1;
      const stamp = frame.bestEffortTimestamp;
      const stampSeconds = stamp === AV_NOPTS_VALUE ? null : this.#input.mediaSeconds(stamp, this.#stream.timeBase);
      if (frame.nbSamples > 0 && problem === null) {
        this.#hasGiven = true;
        yield { frame, stampSeconds };
      }
      frame.unref();
    }
  }
}

function problemOf({ sampleRate, channelLayout: { nbChannels } }: Frame): MediaFailure | null {
  const { lowest, highest } = sampleRates;
  if (sampleRate < lowest || sampleRate > highest) {
    const message = `its sound has ${sampleRate} samples a second; ${lowest} to ${highest} are supported: convert the file`;
    return new MediaFailure('codec-unsupported', message, { sampleRate });
  }
  if (nbChannels >= 1 && nbChannels <= mostChannels) return null;
  const message = `its sound has ${nbChannels} channels; up to ${mostChannels} are supported: convert the file`;
  return new MediaFailure('codec-unsupported', message, { channels: nbChannels });
}

import { AV_SAMPLE_FMT_FLTP, FF_ENCODER_AAC } from 'node-av/constants';
import { avChannelLayoutDefault, avRescaleQ, type CodecContext, Frame, Rational, type Packet, type Stream } from 'node-av/lib';
import type { ClipRange, ClipTrack } from './clip-track.ts';
import type { InputFile } from './open-input.ts';
import { openSoundDecoder } from './open-sound-decoder.ts';
import type { OutputFile } from './output-file.ts';
import { SoundConverter } from './sound-converter.ts';
import { isPlausibleSound } from './sound-format.ts';
import { StreamEncoder } from './stream-encoder.ts';

/** Sample rate of encoded clips in hertz; every player takes it. */
const sampleRateHz = 48_000;
/** Bits a second of encoded clips. */
const bitRate = 128_000n;
const sampleClock = new Rational(1, sampleRateHz);

/** A sound track that is decoded and encoded anew as AAC. */
export class EncodedSound implements ClipTrack {
  readonly #input: InputFile;
  readonly #source: Stream;
  readonly #range: ClipRange;
  readonly #decoder: CodecContext;
  readonly #encoder: StreamEncoder;
  readonly #converter: SoundConverter;
  readonly #frame = new Frame();
  #isComplete = false;
  #hasWritten = false;

  constructor(input: InputFile, source: Stream, output: OutputFile, range: ClipRange) {
    this.#input = input;
    this.#source = source;
    this.#range = range;
    this.#decoder = openSoundDecoder(source);
    const channels = Math.min(2, Math.max(1, source.codecpar.channels));
    this.#encoder = new StreamEncoder(output, FF_ENCODER_AAC, {}, (context) => {
      context.sampleFormat = AV_SAMPLE_FMT_FLTP;
      context.sampleRate = sampleRateHz;
      context.channelLayout = avChannelLayoutDefault(channels);
      context.timeBase = sampleClock;
      context.bitRate = bitRate;
    });
    this.#converter = new SoundConverter(sampleRateHz, channels, this.#encoder.context.frameSize);
    this.#frame.alloc();
  }

  get isComplete(): boolean {
    return this.#isComplete;
  }

  get hasWritten(): boolean {
    return this.#hasWritten;
  }

  take(packet: Packet | null): void {
    // A damaged packet is a gap in the sound, no reason to have no clip.
    this.#decoder.sendPacketSync(packet);
    while (!this.#isComplete && this.#decoder.receiveFrameSync(this.#frame) >= 0) {
      // A clip without sound is better than one of noise that claims to last for hours.
      if (!isPlausibleSound(this.#frame)) this.#isComplete = true;
      const time = this.#input.mediaSeconds(this.#frame.bestEffortTimestamp, this.#source.timeBase);
      if (time >= this.#range.endSeconds) this.#isComplete = true;
      if (!this.#isComplete && time >= this.#range.startSeconds) {
        const shift = this.#input.timestampAt(this.#range.startSeconds, this.#source.timeBase);
        this.#frame.pts = avRescaleQ(this.#frame.bestEffortTimestamp - shift, this.#source.timeBase, sampleClock);
        this.#encode(this.#frame);
      }
      this.#frame.unref();
    }
  }

  flush(): void {
    if (!this.#isComplete) this.take(null);
    this.#encode(null);
    this.#encoder.encode(null);
  }

  [Symbol.dispose](): void {
    this.#frame.free();
    this.#converter[Symbol.dispose]();
    this.#encoder[Symbol.dispose]();
    this.#decoder.freeContext();
  }

  #encode(frame: Frame | null): void {
    for (const converted of this.#converter.push(frame)) {
      this.#encoder.encode(converted);
      this.#hasWritten = true;
    }
  }
}

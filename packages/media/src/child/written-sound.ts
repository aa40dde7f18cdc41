import { AV_SAMPLE_FMT_FLT, AV_SAMPLE_FMT_FLTP, FF_ENCODER_AAC, FF_ENCODER_PCM_F32LE } from 'node-av/constants';
import { avChannelLayoutDefault, Frame, Rational } from 'node-av/lib';
import type { OutputFile } from './output-file.ts';
import { StreamEncoder } from './stream-encoder.ts';

/** Bits a second of AAC. */
const bitRate = 128_000n;
/** Samples of a frame where the encoder does not mind. */
const anyFrameSamples = 1024;

/** A mono sound track that is written from samples as they come: AAC, or the samples themselves beside lossless pictures. */
export class WrittenSound implements Disposable {
  readonly #encoder: StreamEncoder;
  readonly #sampleRateHz: number;
  readonly #format: typeof AV_SAMPLE_FMT_FLT | typeof AV_SAMPLE_FMT_FLTP;
  readonly #frameSamples: number;
  #waiting = new Float32Array(0);
  #written = 0;

  constructor(output: OutputFile, sampleRateHz: number, lossless: boolean) {
    this.#sampleRateHz = sampleRateHz;
    this.#format = lossless ? AV_SAMPLE_FMT_FLT : AV_SAMPLE_FMT_FLTP;
    this.#encoder = new StreamEncoder(output, lossless ? FF_ENCODER_PCM_F32LE : FF_ENCODER_AAC, {}, (context) => {
      context.sampleFormat = this.#format;
      context.sampleRate = sampleRateHz;
      context.channelLayout = avChannelLayoutDefault(1);
      context.timeBase = new Rational(1, sampleRateHz);
      if (!lossless) context.bitRate = bitRate;
    });
    this.#frameSamples = this.#encoder.context.frameSize || anyFrameSamples;
  }

  /** Takes the next samples, −1 to 1. */
  write(samples: Float32Array): void {
    const all = new Float32Array(this.#waiting.length + samples.length);
    all.set(this.#waiting);
    all.set(samples, this.#waiting.length);
    let start = 0;
    for (; start + this.#frameSamples <= all.length; start += this.#frameSamples) {
      this.#encode(all.slice(start, start + this.#frameSamples));
    }
    this.#waiting = all.slice(start);
  }

  /** Writes what is left. */
  finish(): void {
    if (this.#waiting.length > 0) this.#encode(this.#waiting);
    this.#waiting = new Float32Array(0);
    this.#encoder.encode(null);
  }

  [Symbol.dispose](): void {
    this.#encoder[Symbol.dispose]();
  }

  #encode(samples: Float32Array<ArrayBuffer>): void {
    const frame = Frame.fromAudioBuffer(Buffer.from(samples.buffer), {
      nbSamples: samples.length,
      format: this.#format,
      sampleRate: this.#sampleRateHz,
      channelLayout: avChannelLayoutDefault(1),
      pts: BigInt(this.#written),
    });
    this.#written += samples.length;
    this.#encoder.encode(frame);
    frame.free();
  }
}

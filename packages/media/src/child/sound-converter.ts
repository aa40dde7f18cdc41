import { avChannelLayoutDescribe, avGetSampleFmtName, type Frame } from 'node-av/lib';
import type { AVSampleFormat } from 'node-av/constants';
import { FilterChain } from './filter-chain.ts';

/** Turns sound of any rate, layout and format into planar float frames of one size. */
export class SoundConverter implements Disposable {
  readonly #output: string;
  readonly #frameSamples: number;
  #chain: FilterChain | null = null;

  /** @param frameSamples Samples of a frame, per channel. */
  constructor(sampleRateHz: number, channels: number, frameSamples: number) {
    this.#output = `sample_fmts=fltp:sample_rates=${sampleRateHz}:channel_layouts=${channels === 1 ? 'mono' : 'stereo'}`;
    this.#frameSamples = frameSamples;
    this.#sampleRateHz = sampleRateHz;
  }

  readonly #sampleRateHz: number;

  /** Takes a frame with its time stamp in samples of the output, or the end where it is null; gives the frames that are ready. */
  *push(frame: Frame | null): Generator<Frame> {
    if (frame !== null) this.#chain ??= this.#open(frame);
    if (this.#chain !== null) yield* this.#chain.push(frame);
  }

  [Symbol.dispose](): void {
    this.#chain?.[Symbol.dispose]();
  }

  #open(frame: Frame): FilterChain {
    const format = avGetSampleFmtName(frame.format as AVSampleFormat);
    const layout = avChannelLayoutDescribe(frame.channelLayout);
    const input = `time_base=1/${this.#sampleRateHz}:sample_rate=${frame.sampleRate}:sample_fmt=${format}:channel_layout=${layout}`;
    return new FilterChain([
      ['abuffer', input],
      ['aformat', this.#output],
      ['asetnsamples', `n=${this.#frameSamples}:p=0`],
      ['abuffersink', null],
    ]);
  }
}

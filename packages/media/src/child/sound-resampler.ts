import { AV_CHANNEL_ORDER_NATIVE, type AVSampleFormat } from 'node-av/constants';
import { avChannelLayoutDefault, avChannelLayoutDescribe, avGetSampleFmtName, type Frame } from 'node-av/lib';
import { type ChainLink, FilterChain } from './filter-chain.ts';

/** Turns sound of any rate, layout and format, which may change on the way, into one or two channels of float32 at one rate. */
export class SoundResampler implements Disposable {
  readonly #sampleRateHz: number;
  #chain: FilterChain | null = null;
  #format = '';
  #channels: 1 | 2 = 1;

  constructor(sampleRateHz: number) {
    this.#sampleRateHz = sampleRateHz;
  }

  /** Takes a frame; gives what is ready, one array a channel. */
  *push(frame: Frame): Generator<Float32Array[]> {
    const { nbChannels, order } = frame.channelLayout;
    const named = order === AV_CHANNEL_ORDER_NATIVE || nbChannels <= 2;
    const layout = order === AV_CHANNEL_ORDER_NATIVE ? frame.channelLayout : avChannelLayoutDefault(nbChannels);
    const layoutName = named ? avChannelLayoutDescribe(layout) : `${nbChannels}C`;
    const format = `sample_rate=${frame.sampleRate}:sample_fmt=${avGetSampleFmtName(frame.format as AVSampleFormat)}:channel_layout=${layoutName}`;
    if (format !== this.#format) {
      yield* this.flush();
      this.#format = format;
      this.#channels = nbChannels === 1 ? 1 : 2;
      this.#chain = this.#open(format, named);
    }
    frame.channelLayout = named ? layout : frame.channelLayout;
    if (this.#chain !== null) yield* this.#planes(this.#chain, frame);
  }

  /** Gives what is still inside; the next frame starts anew. */
  *flush(): Generator<Float32Array[]> {
    const chain = this.#chain;
    if (chain === null) return;
    this.#chain = null;
    this.#format = '';
    try {
      yield* this.#planes(chain, null);
    } finally {
      chain[Symbol.dispose]();
    }
  }

  [Symbol.dispose](): void {
    this.#chain?.[Symbol.dispose]();
  }

  #open(format: string, named: boolean): FilterChain {
    const links: ChainLink[] = [['abuffer', `time_base=1/${this.#sampleRateHz}:${format}`]];
    // Channels in no known order cannot be weighed against one another.
    if (!named) links.push(['pan', 'stereo|c0=c0|c1=c1']);
    const layout = this.#channels === 1 ? 'mono' : 'stereo';
    // Channels that sound the same do not add up to more than one of them.
    links.push(['aresample', `${this.#sampleRateHz}:rematrix_maxval=1`]);
    links.push(['aformat', `sample_fmts=fltp:sample_rates=${this.#sampleRateHz}:channel_layouts=${layout}`]);
    links.push(['abuffersink', null]);
    return new FilterChain(links);
  }

  *#planes(chain: FilterChain, frame: Frame | null): Generator<Float32Array[]> {
    for (const converted of chain.push(frame)) {
      const bytes = converted.nbSamples * Float32Array.BYTES_PER_ELEMENT;
      const planes = (converted.data ?? []).slice(0, this.#channels);
      // A copy: the frame's own memory is gone with the next one.
      yield planes.map((plane) => new Float32Array(Uint8Array.from(plane.subarray(0, bytes)).buffer));
    }
  }
}

import type { Frame } from 'node-av/lib';
import { FilterChain } from './filter-chain.ts';
import { makeSane } from './sane-samples.ts';
import { soundFormatOf, type SoundFormat } from './sound-format.ts';

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
    const format = soundFormatOf(frame);
    if (format.options !== this.#format) {
      yield* this.flush();
      this.#format = format.options;
      this.#channels = frame.channelLayout.nbChannels === 1 ? 1 : 2;
      this.#chain = this.#open(format);
    }
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

  #open({ options, links }: SoundFormat): FilterChain {
    const layout = this.#channels === 1 ? 'mono' : 'stereo';
    return new FilterChain('its sound', [
      ['abuffer', `time_base=1/${this.#sampleRateHz}:${options}`],
      ...links,
      // Channels that sound the same do not add up to more than one of them.
      ['aresample', `${this.#sampleRateHz}:rematrix_maxval=1`],
      ['aformat', `sample_fmts=fltp:sample_rates=${this.#sampleRateHz}:channel_layouts=${layout}`],
      ['abuffersink', null],
    ]);
  }

  *#planes(chain: FilterChain, frame: Frame | null): Generator<Float32Array[]> {
    for (const converted of chain.push(frame)) {
      const bytes = converted.nbSamples * Float32Array.BYTES_PER_ELEMENT;
      const planes = (converted.data ?? []).slice(0, this.#channels);
      yield planes.map((plane) => {
        // A copy: the frame's own memory is gone with the next one.
        const samples = new Float32Array(plane.buffer.slice(plane.byteOffset, plane.byteOffset + bytes));
        makeSane(samples);
        return samples;
      });
    }
  }
}

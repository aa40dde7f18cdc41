import type { Frame } from 'node-av/lib';
import { FilterChain } from './filter-chain.ts';
import { makeSane } from './sane-samples.ts';
import { soundFormatOf, type SoundFormat } from './sound-format.ts';

/** Turns sound of any rate, layout and format, which may change on the way, into planar float frames of one size. */
export class SoundConverter implements Disposable {
  readonly #sampleRateHz: number;
  readonly #output: string;
  readonly #frameSamples: number;
  #chain: FilterChain | null = null;
  #format = '';

  /** @param frameSamples Samples of a frame, per channel. */
  constructor(sampleRateHz: number, channels: number, frameSamples: number) {
    this.#sampleRateHz = sampleRateHz;
    this.#output = `sample_fmts=fltp:sample_rates=${sampleRateHz}:channel_layouts=${channels === 1 ? 'mono' : 'stereo'}`;
    this.#frameSamples = frameSamples;
  }

  /** Takes a frame with its time stamp in samples of the output, or the end where it is null; gives the frames that are ready. */
  *push(frame: Frame | null): Generator<Frame> {
    if (frame !== null) this.#follow(soundFormatOf(frame));
    if (this.#chain === null) return;
    for (const converted of this.#chain.push(frame)) {
      for (const { buffer, byteOffset } of converted.data ?? []) {
        makeSane(new Float32Array(buffer, byteOffset, converted.nbSamples));
      }
      yield converted;
    }
  }

  [Symbol.dispose](): void {
    this.#chain?.[Symbol.dispose]();
  }

  /** What is still inside at a change of format is less than a frame, which encoders take at the end alone. */
  #follow({ options, links }: SoundFormat): void {
    if (options === this.#format) return;
    this.#chain?.[Symbol.dispose]();
    this.#chain = null;
    this.#format = options;
    this.#chain = new FilterChain('its sound', [
      ['abuffer', `time_base=1/${this.#sampleRateHz}:${options}`],
      ...links,
      ['aformat', this.#output],
      ['asetnsamples', `n=${this.#frameSamples}:p=0`],
      ['abuffersink', null],
    ]);
  }
}

import { avRescaleQ, type Frame, type IRational } from 'node-av/lib';
import { FilterChain } from './filter-chain.ts';

/**
 * Makes one full picture of every two fields (FFmpeg's bwdif: Weston 3-field with Yadif's direction), where a picture is flagged as
 * interlaced; others pass as they are. Pictures come out one later than they go in.
 */
export class Deinterlacer implements Disposable {
  readonly #timeBase: IRational;
  #chain: FilterChain | null = null;
  #pictureKind = '';

  constructor(timeBase: IRational) {
    this.#timeBase = timeBase;
  }

  /** Takes a picture; gives those that are ready, each valid until the next is asked for. */
  *push(frame: Frame): Generator<Frame> {
    const kind = pictureKind(frame);
    if (this.#pictureKind !== kind) yield* this.flush();
    this.#pictureKind = kind;
    this.#chain ??= this.#open(kind);
    yield* this.#timed(this.#chain, frame);
  }

  /** Gives what is left. */
  *flush(): Generator<Frame> {
    if (this.#chain === null) return;
    yield* this.#timed(this.#chain, null);
    this.#chain[Symbol.dispose]();
    this.#chain = null;
  }

  [Symbol.dispose](): void {
    this.#chain?.[Symbol.dispose]();
  }

  *#timed(chain: FilterChain, frame: Frame | null): Generator<Frame> {
    for (const picture of chain.push(frame)) {
      picture.pts = avRescaleQ(picture.pts, chain.timeBase, this.#timeBase);
      yield picture;
    }
  }

  #open(kind: string): FilterChain {
    return new FilterChain('its interlaced pictures', [
      ['buffer', `${kind}:time_base=${this.#timeBase.num}/${this.#timeBase.den}`],
      ['bwdif', 'mode=send_frame:deint=interlaced'],
      ['buffersink', null],
    ]);
  }
}

/** What a filter chain is made for, as options of its source; another kind of picture needs another chain. */
function pictureKind(frame: Frame): string {
  const { width, height, format, colorSpace, colorRange } = frame;
  return `video_size=${width}x${height}:pix_fmt=${format}:colorspace=${colorSpace}:range=${colorRange}`;
}

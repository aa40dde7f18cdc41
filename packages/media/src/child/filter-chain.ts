import { AV_BUFFERSRC_FLAG_KEEP_REF } from 'node-av/constants';
import { Filter, FilterGraph, Frame, type FilterContext, type Rational } from 'node-av/lib';
import { expectSuccess } from './ffmpeg-error.ts';

/** A filter of a chain: FFmpeg's name of it and its options; null for none. */
export type ChainLink = readonly [name: string, options: string | null];

/** FFmpeg filters one after the other, from a source to a sink. */
export class FilterChain implements Disposable {
  readonly #graph = new FilterGraph();
  readonly #source: FilterContext;
  readonly #sink: FilterContext;
  readonly #out = new Frame();

  /** @param links Source first, sink last. */
  constructor(links: readonly ChainLink[]) {
    this.#graph.alloc();
    this.#graph.nbThreads = 1;
    const contexts = links.map(([name, options]) => createFilter(this.#graph, name, options));
    for (let i = 1; i < contexts.length; i += 1) expectSuccess(contexts[i - 1].link(0, contexts[i], 0), 'linking filters');
    expectSuccess(this.#graph.configSync(), 'setting up filters');
    [this.#source, this.#sink] = [contexts[0], contexts[contexts.length - 1]];
    this.#out.alloc();
  }

  /** Time base of the frames that come out. */
  get timeBase(): Rational {
    return this.#sink.buffersinkGetTimeBase();
  }

  /** Takes a frame, or the end where it is null; gives what is ready, each valid until the next is asked for. */
  *push(frame: Frame | null): Generator<Frame> {
    expectSuccess(this.#source.buffersrcAddFrameSync(frame, AV_BUFFERSRC_FLAG_KEEP_REF), 'filtering');
    while (this.#sink.buffersinkGetFrameSync(this.#out) >= 0) {
      yield this.#out;
      this.#out.unref();
    }
  }

  [Symbol.dispose](): void {
    this.#graph.free();
    this.#out.free();
  }
}

function createFilter(graph: FilterGraph, name: string, options: string | null): FilterContext {
  const filter = Filter.getByName(name);
  const context = filter === null ? null : graph.createFilter(filter, name, options);
  if (context === null) throw new Error(`FFmpeg's filter ${name} could not be made`);
  return context;
}

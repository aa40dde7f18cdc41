import { AV_BUFFERSRC_FLAG_KEEP_REF } from 'node-av/constants';
import { Filter, FilterGraph, Frame, type FilterContext, type Rational } from 'node-av/lib';
import { expectConverted, expectSuccess } from './ffmpeg-error.ts';
import { MediaFailure } from './media-failure.ts';

/** A filter of a chain: FFmpeg's name of it and its options; null for none. */
export type ChainLink = readonly [name: string, options: string | null];

/** FFmpeg filters one after the other, from a source to a sink. */
export class FilterChain implements Disposable {
  readonly #subject: string;
  readonly #graph = new FilterGraph();
  readonly #source: FilterContext;
  readonly #sink: FilterContext;
  readonly #out = new Frame();

  /**
   * @param subject What flows through it, for an error line: `its sound`.
   * @param links Source first, sink last.
   * @throws MediaFailure `codec-unsupported` where they do not go together; pushing may throw the same
   */
  constructor(subject: string, links: readonly ChainLink[]) {
    this.#subject = subject;
    this.#graph.alloc();
    this.#graph.nbThreads = 1;
    const contexts = links.map(([name, options]) => createFilter(this.#graph, subject, name, options));
    for (let i = 1; i < contexts.length; i += 1) expectSuccess(contexts[i - 1].link(0, contexts[i], 0), 'linking filters');
    expectConverted(this.#graph.configSync(), subject);
    [this.#source, this.#sink] = [contexts[0], contexts[contexts.length - 1]];
    this.#out.alloc();
  }

  /** Time base of the frames that come out. */
  get timeBase(): Rational {
    return this.#sink.buffersinkGetTimeBase();
  }

  /** Takes a frame, or the end where it is null; gives what is ready, each valid until the next is asked for. */
  *push(frame: Frame | null): Generator<Frame> {
    expectConverted(this.#source.buffersrcAddFrameSync(frame, AV_BUFFERSRC_FLAG_KEEP_REF), this.#subject);
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

function createFilter(graph: FilterGraph, subject: string, name: string, options: string | null): FilterContext {
  const filter = Filter.getByName(name);
  const context = filter === null ? null : graph.createFilter(filter, name, options);
  if (context === null) {
    // Its options are the facts of the stream, which may be absurd.
    const message = `${subject} cannot be converted (${name} refuses its form); convert the file with another program`;
    throw new MediaFailure('codec-unsupported', message, { filter: name, options });
  }
  return context;
}

import { AV_BUFFERSRC_FLAG_KEEP_REF } from 'node-av/constants';
import { avRescaleQ, Filter, FilterGraph, Frame, type FilterContext, type IRational } from 'node-av/lib';
import { expectSuccess } from './ffmpeg-error.ts';

/** What a filter graph is made for; another kind of picture needs another graph. */
interface Ports {
  readonly graph: FilterGraph;
  readonly source: FilterContext;
  readonly sink: FilterContext;
  readonly width: number;
  readonly height: number;
  readonly format: number;
}

/**
 * Makes one full picture of every two fields (FFmpeg's bwdif: Weston 3-field with Yadif's direction), where a picture is flagged as
 * interlaced; others pass as they are. Pictures come out one later than they go in.
 */
export class Deinterlacer implements Disposable {
  readonly #timeBase: IRational;
  readonly #out = new Frame();
  #ports: Ports | null = null;

  constructor(timeBase: IRational) {
    this.#timeBase = timeBase;
    this.#out.alloc();
  }

  /** Takes a picture; gives those that are ready, each valid until the next is asked for. */
  *push(frame: Frame): Generator<Frame> {
    const ports = this.#ports;
    if (ports !== null && (ports.width !== frame.width || ports.height !== frame.height || ports.format !== frame.format)) {
      yield* this.flush();
    }
    const { source, sink } = (this.#ports ??= openPorts(frame, this.#timeBase));
    expectSuccess(source.buffersrcAddFrameSync(frame, AV_BUFFERSRC_FLAG_KEEP_REF), 'deinterlacing');
    yield* this.#drain(sink);
  }

  /** Gives what is left. */
  *flush(): Generator<Frame> {
    if (this.#ports === null) return;
    expectSuccess(this.#ports.source.buffersrcAddFrameSync(null), 'deinterlacing');
    yield* this.#drain(this.#ports.sink);
    this.#ports.graph.free();
    this.#ports = null;
  }

  [Symbol.dispose](): void {
    this.#ports?.graph.free();
    this.#out.free();
  }

  *#drain(sink: FilterContext): Generator<Frame> {
    while (sink.buffersinkGetFrameSync(this.#out) >= 0) {
      this.#out.pts = avRescaleQ(this.#out.pts, sink.buffersinkGetTimeBase(), this.#timeBase);
      yield this.#out;
      this.#out.unref();
    }
  }
}

function openPorts(frame: Frame, timeBase: IRational): Ports {
  const { width, height, format } = frame;
  const graph = new FilterGraph();
  graph.alloc();
  graph.nbThreads = 1;
  const size = `video_size=${width}x${height}:pix_fmt=${format}:time_base=${timeBase.num}/${timeBase.den}`;
  const source = createFilter(graph, 'buffer', `${size}:colorspace=${frame.colorSpace}:range=${frame.colorRange}`);
  const fields = createFilter(graph, 'bwdif', 'mode=send_frame:deint=interlaced');
  const sink = createFilter(graph, 'buffersink', null);
  expectSuccess(source.link(0, fields, 0), 'deinterlacing');
  expectSuccess(fields.link(0, sink, 0), 'deinterlacing');
  expectSuccess(graph.configSync(), 'deinterlacing');
  return { graph, source, sink, width, height, format };
}

function createFilter(graph: FilterGraph, name: string, options: string | null): FilterContext {
  const filter = Filter.getByName(name);
  const context = filter === null ? null : graph.createFilter(filter, name, options);
  if (context === null) throw new Error(`FFmpeg's filter ${name} could not be made`);
  return context;
}

import { AVERROR_INVALIDDATA, AVFMT_GLOBALHEADER, AVIO_FLAG_WRITE } from 'node-av/constants';
import {
  Dictionary,
  FFmpegError,
  FormatContext,
  IOContext,
  PosixError,
  type Packet,
  type Rational,
  type Stream,
} from 'node-av/lib';
import { expectSuccess, expectWritten, ffmpegWords } from './ffmpeg-error.ts';
import { MediaFailure } from './media-failure.ts';

const invalidArgument: number = FFmpegError.AVERROR(PosixError.EINVAL);

/** A container cannot hold the packets of a source as they are: their times or headers are damaged. */
export class RefusedPackets extends MediaFailure {
  constructor(words: string) {
    super('file-unreadable', `its packets do not fit into a clip (${words}); the file is damaged: copy or record it again`);
  }
}

/** A media file that is being written. MP4 files get their index in front, so that players can start at once. */
export class OutputFile implements Disposable {
  readonly format = new FormatContext();
  readonly #io = new IOContext();

  /** @throws MediaFailure `not-writable` or `disk-full`. */
  constructor(path: string, container: 'mp4' | 'matroska') {
    const url = `file:${path}`;
    expectSuccess(this.format.allocOutputContext2(null, container, url), 'starting an output file');
    expectWritten(this.#io.open2Sync(url, AVIO_FLAG_WRITE));
    this.format.pb = this.#io;
  }

  /** True where encoders must put their headers into the container instead of the stream. */
  get wantsGlobalHeader(): boolean {
    return this.format.oformat?.hasFlags(AVFMT_GLOBALHEADER) === true;
  }

  addStream(): Stream {
    return this.format.newStream(null);
  }

  /** Call once, after the last stream was added. Throws {@link RefusedPackets} as well, as does {@link writePacket}. */
  writeHeader(): void {
    using options = Dictionary.fromObject({ movflags: '+faststart' });
    this.#expectMuxed(this.format.writeHeaderSync(options));
  }

  /** Writes a packet whose time stamps are in `timeBase`; takes what the packet refers to. */
  writePacket(packet: Packet, stream: Stream, timeBase: Rational): void {
    packet.rescaleTs(timeBase, stream.timeBase);
    packet.streamIndex = stream.index;
    packet.pos = -1n;
    this.#expectMuxed(this.format.interleavedWriteFrameSync(packet));
  }

  /** Writes what is left and closes the file. Only then it is complete. */
  finish(): void {
    this.#expectMuxed(this.format.writeTrailerSync());
    this.#io.flushSync();
    this.#expectNoError();
    // The format context would close it a second time.
    this.format.pb = null;
    expectWritten(this.#io.closepSync());
  }

  [Symbol.dispose](): void {
    if (this.format.pb !== null) {
      this.format.pb = null;
      this.#io.closepSync();
    }
    this.format.freeContext();
  }

  /** Tells a disk that refuses bytes from a container that refuses what it was given. */
  #expectMuxed(code: number): void {
    this.#expectNoError();
    if (code === invalidArgument || code === AVERROR_INVALIDDATA) throw new RefusedPackets(ffmpegWords(code));
    expectWritten(code);
  }

  #expectNoError(): void {
    expectWritten(this.#io.error);
  }
}

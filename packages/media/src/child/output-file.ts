import { AVFMT_GLOBALHEADER, AVIO_FLAG_WRITE } from 'node-av/constants';
import { Dictionary, FormatContext, IOContext, type Packet, type Rational, type Stream } from 'node-av/lib';
import { expectSuccess, expectWritten } from './ffmpeg-error.ts';

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

  /** Call once, after the last stream was added. */
  writeHeader(): void {
    using options = Dictionary.fromObject({ movflags: '+faststart' });
    expectWritten(this.format.writeHeaderSync(options));
    this.#expectNoError();
  }

  /** Writes a packet whose time stamps are in `timeBase`; takes what the packet refers to. */
  writePacket(packet: Packet, stream: Stream, timeBase: Rational): void {
    packet.rescaleTs(timeBase, stream.timeBase);
    packet.streamIndex = stream.index;
    packet.pos = -1n;
    expectWritten(this.format.interleavedWriteFrameSync(packet));
    this.#expectNoError();
  }

  /** Writes what is left and closes the file. Only then it is complete. */
  finish(): void {
    expectWritten(this.format.writeTrailerSync());
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

  #expectNoError(): void {
    expectWritten(this.#io.error);
  }
}

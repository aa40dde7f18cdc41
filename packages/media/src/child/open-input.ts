import {
  AV_DISPOSITION_ATTACHED_PIC,
  AV_NOPTS_VALUE,
  AVDISCARD_ALL,
  AVMEDIA_TYPE_AUDIO,
  AVMEDIA_TYPE_VIDEO,
} from 'node-av/constants';
import { Dictionary, FormatContext, type Rational, type Stream } from 'node-av/lib';
import { decoderWhitelist } from './allowed-decoders.ts';
import { allowedDemuxers, hasTimeLine, statesDuration } from './container-formats.ts';
import { checkStoredSize } from './stored-size.ts';
import { throwIfOutOfMemory } from './ffmpeg-error.ts';
import { openingFailure } from './opening-failure.ts';

/** An open media file, its best tracks and its media time. */
export class InputFile implements Disposable {
  readonly path: string;
  readonly format: FormatContext;
  readonly video: Stream | null;
  readonly audio: Stream | null;
  /** Seconds on the container's clock at which media time is 0. */
  readonly originSeconds: number;

  /** @throws MediaFailure `file-truncated`, `file-unreadable`, `not-media` or `picture-size-unsupported`. */
  constructor(path: string) {
    this.path = path;
    this.format = new FormatContext();
    this.format.allocContext();
    using options = Dictionary.fromObject({
      protocol_whitelist: 'file',
      format_whitelist: allowedDemuxers.join(','),
      codec_whitelist: decoderWhitelist,
      // MP4 and QuickTime files may place their samples in other files.
      enable_drefs: '0',
      use_absolute_path: '0',
    });
    // The prefix keeps names such as "concat:a" or "http://a" from meaning anything but a file.
    const code = this.format.openInputSync(`file:${path}`, null, options);
    throwIfOutOfMemory(code);
    if (code < 0) throw openingFailure(path, code);
    for (const stream of this.format.streams) {
      if (stream.codecpar.codecType === AVMEDIA_TYPE_VIDEO) checkStoredSize(stream.codecpar, 'declared');
    }
    throwIfOutOfMemory(this.format.findStreamInfoSync(null));
    if (this.format.nbStreams === 0) throw openingFailure(path, 0);
    const video = this.#bestStream(AVMEDIA_TYPE_VIDEO);
    this.video = video?.hasDisposition(AV_DISPOSITION_ATTACHED_PIC) === true ? null : video;
    this.audio = this.#bestStream(AVMEDIA_TYPE_AUDIO);
    const start = this.format.startTime;
    this.originSeconds = hasTimeLine(this.container) || start === AV_NOPTS_VALUE ? 0 : Number(start) / 1e6;
  }

  /** FFmpeg's name of the container format. */
  get container(): string {
    return this.format.iformat?.name ?? '';
  }

  /** Length in seconds; null where the container does not state it. */
  get durationSeconds(): number | null {
    const duration = this.format.duration;
    return statesDuration(this.container) && duration !== AV_NOPTS_VALUE && duration > 0n ? Number(duration) / 1e6 : null;
  }

  /**
   * True where a packet marked as damaged is one that the end of the file cut short. Transport streams mark whole packets after
   * every lost one, and most of those still decode.
   */
  get dropsCorruptPackets(): boolean {
    return hasTimeLine(this.container);
  }

  /** Lets packets of other tracks, of which there may be thousands, not even be read. */
  keepOnly(tracks: readonly Stream[]): void {
    const kept = new Set(tracks.map(({ index }) => index));
    for (const stream of this.format.streams) if (!kept.has(stream.index)) stream.discard = AVDISCARD_ALL;
  }

  /** Media time in seconds of a time stamp of this file. */
  mediaSeconds(timestamp: bigint, timeBase: Rational): number {
    return (Number(timestamp) * timeBase.num) / timeBase.den - this.originSeconds;
  }

  /** Time stamp of this file for a media time, rounded down. */
  timestampAt(seconds: number, timeBase: Rational): bigint {
    return BigInt(Math.floor(((seconds + this.originSeconds) * timeBase.den) / timeBase.num));
  }

  [Symbol.dispose](): void {
    this.format.closeInputSync();
  }

  #bestStream(type: typeof AVMEDIA_TYPE_VIDEO | typeof AVMEDIA_TYPE_AUDIO): Stream | null {
    const index = this.format.findBestStream(type);
    return index < 0 ? null : this.format.streams[index];
  }
}

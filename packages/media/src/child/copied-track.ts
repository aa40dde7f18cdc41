import { AV_NOPTS_VALUE } from 'node-av/constants';
import type { Packet, Stream } from 'node-av/lib';
import type { ClipRange, ClipTrack } from './clip-track.ts';
import { expectSuccess } from './ffmpeg-error.ts';
import type { InputFile } from './open-input.ts';
import type { OutputFile } from './output-file.ts';
import { sampleAspectRatioOf } from './sample-aspect-ratio.ts';

/** A track whose packets are taken over as they are. */
export class CopiedTrack implements ClipTrack {
  readonly #input: InputFile;
  readonly #source: Stream;
  readonly #output: OutputFile;
  readonly #target: Stream;
  readonly #range: ClipRange;
  readonly #shift: bigint;
  #isComplete = false;
  #hasWritten = false;
  #lastTimestamp: bigint = -(2n ** 62n);

  constructor(input: InputFile, source: Stream, output: OutputFile, range: ClipRange) {
    this.#input = input;
    this.#source = source;
    this.#output = output;
    this.#range = range;
    this.#target = output.addStream();
    expectSuccess(source.codecpar.copy(this.#target.codecpar), 'copying a track');
    // The tag of one container means nothing in another.
    this.#target.codecpar.codecTag = 0;
    this.#target.timeBase = source.timeBase;
    // Both must agree, or there is no clip.
    this.#target.sampleAspectRatio = this.#target.codecpar.sampleAspectRatio = sampleAspectRatioOf(source);
    this.#shift = input.timestampAt(range.startSeconds, source.timeBase);
  }

  get isComplete(): boolean {
    return this.#isComplete;
  }

  get hasWritten(): boolean {
    return this.#hasWritten;
  }

  take(packet: Packet): void {
    if (packet.dts === AV_NOPTS_VALUE) packet.dts = packet.pts;
    if (packet.pts === AV_NOPTS_VALUE) packet.pts = packet.dts;
    if (this.#input.mediaSeconds(packet.dts, this.#source.timeBase) >= this.#range.endSeconds) this.#isComplete = true;
    // Pictures before the first key frame refer to what is not in the clip.
    const isEarly = packet.pts < this.#shift || (!this.#hasWritten && !packet.isKeyframe);
    if (this.#isComplete || isEarly) return;
    packet.pts -= this.#shift;
    packet.dts -= this.#shift;
    // Damaged files decode out of order; clips may not.
    if (packet.dts <= this.#lastTimestamp) packet.dts = this.#lastTimestamp + 1n;
    if (packet.pts < packet.dts) packet.pts = packet.dts;
    this.#lastTimestamp = packet.dts;
    this.#output.writePacket(packet, this.#target, this.#source.timeBase);
    this.#hasWritten = true;
  }

  flush(): void {
    this.#isComplete = true;
  }

  [Symbol.dispose](): void {
    // Its streams belong to the two files.
  }
}

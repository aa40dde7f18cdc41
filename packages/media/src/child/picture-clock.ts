import { AV_NOPTS_VALUE } from 'node-av/constants';
import type { Frame, Rational, Stream } from 'node-av/lib';
import type { InputFile } from './open-input.ts';

/** Rate taken for streams without time stamps and without a declared rate, as FFmpeg's raw demuxers do. */
export const assumedFramesPerSecond = 25;
/** A step back of the time stamps of more than this is a clock that started again, not disorder. */
const restartSeconds = 1;

/** Gives pictures their media time, also where time stamps are missing or start again in mid-stream. */
export class PictureClock {
  readonly #input: InputFile;
  readonly #timeBase: Rational;
  readonly #intervalSeconds: number;
  #offsetSeconds = 0;
  #lastSeconds: number | null = null;

  constructor(input: InputFile, stream: Stream) {
    this.#input = input;
    this.#timeBase = stream.timeBase;
    this.#intervalSeconds = 1 / (declaredFramesPerSecond(stream) ?? assumedFramesPerSecond);
  }

  /** Media time of a picture in seconds. A picture without a time stamp follows its predecessor by one interval. */
  timeOf(frame: Frame): number {
    const time = this.#stamped(frame.pts);
    this.#lastSeconds = Math.max(time, this.#lastSeconds ?? time);
    return time;
  }

  #stamped(timestamp: bigint): number {
    const last = this.#lastSeconds;
    const following = last === null ? 0 : last + this.#intervalSeconds;
    if (timestamp === AV_NOPTS_VALUE) return following;
    const time = this.#input.mediaSeconds(timestamp, this.#timeBase) + this.#offsetSeconds;
    if (last === null || time > last - restartSeconds) return time;
    this.#offsetSeconds += following - time;
    return following;
  }
}

/** Mean frame rate that a stream declares; null where it declares none that makes sense. */
export function declaredFramesPerSecond(stream: Stream): number | null {
  for (const rate of [stream.avgFrameRate, stream.rFrameRate]) {
    if (rate.num > 0 && rate.den > 0 && rate.num / rate.den <= 1000) return rate.num / rate.den;
  }
  return null;
}

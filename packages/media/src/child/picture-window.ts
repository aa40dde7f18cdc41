import type { PictureSize } from '@vigil/contracts';
import type { Frame } from 'node-av/lib';
import type { Orientation } from '../geometry/orientation.ts';
import { PictureScaler } from './picture-scaler.ts';

/** Memory that decoded pictures may hold while their colour copies can still be asked for. */
const heldBytesLimit = 128 * 1024 ** 2;
/** Bytes of a decoded pixel at worst: 4:4:4 at more than 8 bits. */
const worstBytesPerPixel = 6;
/** Bytes of a decoded pixel of the usual 4:2:0 at 8 bits. */
const usualBytesPerPixel = 1.5;

/** What is kept of a picture: a reference to what was decoded, or its colour copy where the decoded picture is large. */
interface HeldPicture {
  readonly timeSeconds: number;
  readonly frame: Frame | null;
  readonly colour: Uint8Array | null;
}

/** The last few pictures, so that colour copies need only be made of those that someone asks for. */
export class PictureWindow implements Disposable {
  readonly #scaler: PictureScaler;
  readonly #held = new Map<number, HeldPicture>();
  readonly #capacity: number;

  /** @param capacity Pictures held at most. */
  constructor(colourSize: PictureSize, orientation: Orientation, capacity: number) {
    this.#scaler = new PictureScaler(colourSize, 3, orientation);
    this.#capacity = capacity;
  }

  /** Takes a reference to a picture. */
  hold(index: number, timeSeconds: number, frame: Frame): void {
    const isWide = frame.linesize[0] > 2 * frame.width;
    const bytes = frame.width * frame.height * (isWide ? worstBytesPerPixel : usualBytesPerPixel) * this.#capacity;
    const reference = bytes > heldBytesLimit ? null : frame.clone();
    const colour = reference === null ? this.#scaler.scale(frame) : null;
    this.#held.set(index, { timeSeconds, frame: reference, colour });
  }

  /** Lets go of all pictures before `index`. */
  releaseBefore(index: number): void {
    for (const [heldIndex, picture] of this.#held) {
      if (heldIndex >= index) return;
      picture.frame?.free();
      this.#held.delete(heldIndex);
    }
  }

  /** The colour copy of a held picture; null for one that is not held. */
  colour(index: number): { timeSeconds: number; data: Uint8Array } | null {
    const picture = this.#held.get(index);
    if (picture === undefined) return null;
    const data = picture.frame === null ? picture.colour : this.#scaler.scale(picture.frame);
    return data === null ? null : { timeSeconds: picture.timeSeconds, data };
  }

  [Symbol.dispose](): void {
    this.releaseBefore(Number.POSITIVE_INFINITY);
    this.#scaler[Symbol.dispose]();
  }
}

import type { GroundPlace } from './camera.ts';

/** A part of a way: straight and at constant speed, or a stop where both ends are the same place. */
interface Leg {
  readonly from: GroundPlace;
  readonly to: GroundPlace;
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Metres walked before this leg. */
  readonly walkedBefore: number;
}

/** Where somebody is at a moment. */
export interface Posture {
  readonly place: GroundPlace;
  /** Direction of the way: 0 to the right, a quarter turn away from the camera. */
  readonly headingRadians: number;
  /** Metres walked so far. */
  readonly walked: number;
  /** 1 in full stride, 0 at rest, between while starting and stopping. */
  readonly stride: number;
}

const strideRampSeconds = 0.35;

/** A way over the ground in time. */
export class Itinerary {
  readonly #legs: Leg[] = [];
  #place: GroundPlace;
  #seconds: number;
  #walked = 0;

  constructor(start: GroundPlace, startSeconds: number) {
    this.#place = start;
    this.#seconds = startSeconds;
  }

  /** Goes straight to a place at a speed in metres a second. */
  goTo(to: GroundPlace, metresPerSecond: number): this {
    const length = Math.hypot(to.x - this.#place.x, to.z - this.#place.z);
    this.#append(to, length / metresPerSecond, length);
    return this;
  }

  /** Stays where it is. */
  stay(seconds: number): this {
    this.#append(this.#place, seconds, 0);
    return this;
  }

  /** Media time of the first moment, seconds. */
  get startSeconds(): number {
    return this.#legs[0].startSeconds;
  }

  /** Media time of the last moment, seconds. */
  get endSeconds(): number {
    return this.#seconds;
  }

  /** Null before the start and after the end. */
  at(seconds: number): Posture | null {
    const index = this.#legs.findIndex((leg) => seconds >= leg.startSeconds && seconds < leg.endSeconds);
    if (index < 0) return null;
    const { from, to, startSeconds, endSeconds, walkedBefore } = this.#legs[index];
    const share = (seconds - startSeconds) / (endSeconds - startSeconds);
    const place = { x: from.x + (to.x - from.x) * share, z: from.z + (to.z - from.z) * share };
    const length = Math.hypot(to.x - from.x, to.z - from.z);
    return {
      place,
      headingRadians: this.#heading(index),
      walked: walkedBefore + length * share,
      stride: this.#stride(index, seconds),
    };
  }

  #append(to: GroundPlace, seconds: number, length: number): void {
    const endSeconds = this.#seconds + seconds;
    this.#legs.push({ from: this.#place, to, startSeconds: this.#seconds, endSeconds, walkedBefore: this.#walked });
    this.#place = to;
    this.#seconds = endSeconds;
    this.#walked += length;
  }

  /** At a stop, the direction in which it was reached. */
  #heading(index: number): number {
    for (let i = index; i >= 0; i--) {
      const { from, to } = this.#legs[i];
      if (from !== to) return Math.atan2(to.z - from.z, to.x - from.x);
    }
    return 0;
  }

  #stride(index: number, seconds: number): number {
    const isStop = (leg: Leg | undefined): boolean => leg !== undefined && leg.from === leg.to;
    const leg = this.#legs[index];
    if (isStop(leg)) return 0;
    const sinceStop = isStop(this.#legs[index - 1]) ? seconds - leg.startSeconds : strideRampSeconds;
    const untilStop = isStop(this.#legs[index + 1]) ? leg.endSeconds - seconds : strideRampSeconds;
    return Math.min(1, sinceStop / strideRampSeconds, untilStop / strideRampSeconds);
  }
}

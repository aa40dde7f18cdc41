import type { BodyMoment } from './body-history.ts';

/** A stretch in which somebody did one thing without a break. */
export interface HeldSpan {
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** When it had lasted long enough, media time in seconds; null where it had not. */
  readonly decidedSeconds: number | null;
  /** The person at the last moment of it. */
  readonly last: BodyMoment;
}

/** Follows how long somebody does something, and forgives short breaks: the pose is not found well at every moment. */
export class HeldState {
  readonly #neededSeconds: number;
  readonly #patienceSeconds: number;
  #span: HeldSpan | null = null;

  /**
   * @param neededSeconds - after which it counts
   * @param patienceSeconds - breaks up to this length do not end it
   */
  constructor(neededSeconds: number, patienceSeconds: number) {
    this.#neededSeconds = neededSeconds;
    this.#patienceSeconds = patienceSeconds;
  }

  /** The stretch that goes on; null where there is none. */
  get span(): HeldSpan | null {
    return this.#span;
  }

  /** Takes the next moment; gives the stretch that ended with it, however short. */
  push(moment: BodyMoment, isHeld: boolean): HeldSpan | null {
    const { seconds } = moment;
    const span = this.#span;
    const isOver = span !== null && seconds - span.endSeconds > this.#patienceSeconds;
    if (isOver) this.#span = null;
    if (isHeld) {
      const startSeconds = this.#span?.startSeconds ?? seconds;
      const isLong = seconds - startSeconds >= this.#neededSeconds - 0.01;
      this.#span = {
        startSeconds,
        endSeconds: seconds,
        decidedSeconds: this.#span?.decidedSeconds ?? (isLong ? seconds : null),
        last: moment,
      };
    }
    return isOver ? span : null;
  }

  /** The person is no longer seen; gives the stretch that went on. */
  end(): HeldSpan | null {
    const span = this.#span;
    this.#span = null;
    return span;
  }
}

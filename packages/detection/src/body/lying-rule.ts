import type { BodyMoment } from './body-history.ts';
import { type HeldSpan, HeldState } from './held-span.ts';

/** Who lies still for so long may need help, seconds. */
export const lyingStillSeconds = 10;

/** Moments at which the pose is not found may last so long, seconds. */
const patienceSeconds = 3;
/** Who moves farther than this is not still, lengths of the box. */
const stillReach = 0.35;

/** Tells how long somebody lies, or is down on the floor, and keeps still. */
export class LyingRule {
  readonly #held = new HeldState(lyingStillSeconds, patienceSeconds);
  /** Where the person came to rest. */
  #place: BodyMoment | null = null;

  /** Takes the next moment; gives the stretch that ended with it. */
  push(moment: BodyMoment): HeldSpan | null {
    const isLow = moment.posture === 'low';
    if (isLow && this.#place && isAway(moment, this.#place)) {
      this.#place = null;
      const ended = this.#held.end();
      this.#held.push(moment, true);
      this.#place = moment;
      return ended;
    }
    if (isLow && !this.#held.span) this.#place = moment;
    return this.#held.push(moment, isLow);
  }

  /** The person is no longer seen; gives the stretch that went on. */
  end(): HeldSpan | null {
    this.#place = null;
    return this.#held.end();
  }
}

function isAway(moment: BodyMoment, place: BodyMoment): boolean {
  const reach = stillReach * Math.max(place.width, place.height, moment.width, moment.height);
  const across = moment.left + moment.width / 2 - place.left - place.width / 2;
  const down = moment.top + moment.height / 2 - place.top - place.height / 2;
  return Math.hypot(across, down) > reach;
}

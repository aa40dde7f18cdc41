import type { BodyMoment } from './body-history.ts';
import { type HeldSpan, HeldState } from './held-span.ts';

/** Both hands above the head for so long is no stretching or reaching for something, seconds. */
export const raisedArmsSeconds = 1;

/** Moments at which a hand is not seen may last so long, seconds. */
const patienceSeconds = 0.45;
/** Wrists so far above the nose are above the head, metres. */
const leastMetres = 0.1;

/** Tells how long somebody who is upright holds both hands above the head. */
export class RaisedArmsRule {
  readonly #held = new HeldState(raisedArmsSeconds, patienceSeconds);

  /** Takes the next moment; gives the stretch that ended with it. */
  push(moment: BodyMoment): HeldSpan | null {
    const above = moment.pose?.wristsAboveNoseMetres ?? null;
    return this.#held.push(moment, moment.posture === 'upright' && above !== null && above >= leastMetres);
  }

  /** The person is no longer seen; gives the stretch that went on. */
  end(): HeldSpan | null {
    return this.#held.end();
  }
}

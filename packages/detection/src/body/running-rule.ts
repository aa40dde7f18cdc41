import type { BodyHistory, BodyMoment } from './body-history.ts';
import { type HeldSpan, HeldState } from './held-span.ts';

/** Who runs covers so many lengths of the own body a second; who walks fast, one. */
export const runningSpeed = 1.5;

/** Running lasts so long before it counts, seconds. */
const neededSeconds = 0.4;
/** Moments at which the person is not found may last so long, seconds. */
const patienceSeconds = 0.45;
/** Speed is taken over so long, seconds: over less, the swing of the limbs counts as well. */
const [shortestStep, longestStep] = [0.55, 0.85];

/** Boxes that come so near to the edge of the picture are cut by it, fractions of the picture. */
const edge = 0.01;

/** A stretch of running. */
export interface Run extends HeldSpan {
  /** Highest speed, lengths of the own body a second. */
  readonly speed: number;
}

/** Tells who runs, by the way across the picture. Someone who runs towards the camera hardly moves in it and is not found. */
export class RunningRule {
  readonly #history: BodyHistory;
  readonly #held = new HeldState(neededSeconds, patienceSeconds);
  #speed = 0;
  #highest = 0;

  /** @param history - of the person; its owner adds each moment before it is shown to the rule */
  constructor(history: BodyHistory) {
    this.#history = history;
  }

  /** How fast the person goes now, lengths of the own body a second. */
  get speed(): number {
    return this.#speed;
  }

  /** Takes the next moment; gives the stretch that ended with it. */
  push(moment: BodyMoment): Run | null {
    this.#speed = moment.posture === 'upright' ? this.#measure(moment) : 0;
    const ended = this.#finish(this.#held.push(moment, this.#speed >= runningSpeed));
    if (this.#held.span) this.#highest = Math.max(this.#highest, this.#speed);
    return ended;
  }

  /** The person is no longer seen; gives the stretch that went on. */
  end(): Run | null {
    return this.#finish(this.#held.end());
  }

  #finish(span: HeldSpan | null): Run | null {
    if (!span) return null;
    const run = { ...span, speed: this.#highest };
    this.#highest = 0;
    return run;
  }

  /** Slowest over the steps that end here: a box that jumps once has not run. */
  #measure(moment: BodyMoment): number {
    let slowest = Infinity;
    if (isCut(moment)) return 0;
    for (const from of this.#history.since(moment.seconds - longestStep)) {
      if (isCut(from)) return 0;
      const elapsed = moment.seconds - from.seconds;
      if (elapsed < shortestStep) continue;
      const length = Math.max(moment.height, from.height, moment.pose?.lengthHeights ?? 0);
      const across = moment.left + moment.width / 2 - from.left - from.width / 2;
      const down = moment.top + moment.height - from.top - from.height;
      slowest = Math.min(slowest, Math.hypot(across, down) / length / elapsed);
    }
    return slowest === Infinity ? 0 : slowest;
  }
}

/** Only a body that is seen from head to feet tells its length, and its way in lengths. */
function isCut({ pose, box: { left, top, width, height } }: BodyMoment): boolean {
  if (!pose?.feetSeen) return true;
  return left < edge || top < edge || left + width > 1 - edge || top + height > 1 - edge;
}

import type { BodyHistory, BodyMoment } from './body-history.ts';
import { type FallSpeed, fallSpeed } from './fall-speed.ts';
import { mayHaveLeft } from './left-picture.ts';

/** What makes a fall; the same for every camera. */
export const fallLimits = {
  /** From upright to down it takes at most so long, seconds: free fall from standing takes half a second, lying down with care two and more. */
  longestDescentSeconds: 2,
  /** Speed at which a descent counts as a fall, body lengths a second; sitting down and lying down with care stay below. */
  leastSpeed: 0.45,
  /** The shoulders come down by at least so much, body lengths. */
  leastDrop: 0.2,
  /** Who bends down, kneels or jumps is up again within this, seconds. */
  staysDownSeconds: 1,
  /** Share of the moments of that time at which the person is down; the pose is not found well in all of them. */
  leastShareDown: 0.6,
} as const;

/** Who is upright for so long has got up, seconds. */
const gotUpSeconds = 0.5;
/** The person is watched from so long before the last upright moment: a fall begins while the torso is still upright, seconds. */
const beforeSeconds = 0.4;
/** ... and until so long after the person is down, seconds. */
const afterSeconds = 0.6;

/** A person who is lost soon after must have been seen down for so long, seconds: one moment may be a mistake. */
const leastSeenDownSeconds = 0.35;

/** Who lies at the edge of the picture has come to rest by then, seconds. */
const patienceSeconds = 2;

/** A fall of one person. */
export interface Fall {
  /** The last upright moment, media time in seconds. */
  readonly startSeconds: number;
  /** When the person was down, media time in seconds. */
  readonly downSeconds: number;
  /** When it was clear that the person stays down, media time in seconds. */
  readonly decidedSeconds: number;
  /** Last moment at which the person was down, media time in seconds. */
  readonly endSeconds: number;
  /** Where the person was last upright, and where down. */
  readonly upright: BodyMoment;
  readonly down: BodyMoment;
  readonly speed: FallSpeed;
  /** 1 at {@link fallLimits}. */
  readonly strength: number;
  /** Whether poses told it; else the boxes alone. */
  readonly byPose: boolean;
}

/** Somebody who was upright a moment ago and is down now. */
interface Descent {
  readonly upright: BodyMoment;
  readonly down: BodyMoment;
}

/** Tells falls of one person from lying down, sitting down, bending, crouching and jumping: a fall is fast, ends low, and stays there. */
export class FallRule {
  readonly #history: BodyHistory;
  #descent: Descent | null = null;
  #fall: Fall | null = null;
  #uprightSince: number | null = null;

  /** @param history - of the person; its owner adds each moment before it is shown to the rule */
  constructor(history: BodyHistory) {
    this.#history = history;
  }

  /** The fall that goes on; null where there is none. */
  get fall(): Fall | null {
    return this.#fall;
  }

  /** Takes the next moment; gives the fall that ended with it. */
  push(moment: BodyMoment): Fall | null {
    if (moment.posture === 'upright') return this.#rise(moment.seconds);
    this.#uprightSince = null;
    if (this.#fall) {
      this.#fall = { ...this.#fall, endSeconds: moment.seconds };
      return null;
    }
    if (!this.#descent && moment.posture === 'low') this.#descent = this.#begin(moment);
    const waited = this.#descent ? moment.seconds - this.#descent.down.seconds : 0;
    if (this.#descent && waited >= fallLimits.staysDownSeconds - 0.01) this.#decide(this.#descent, moment.seconds, false);
    return null;
  }

  /**
   * The person is no longer seen; gives the fall that was going on, or that was about to be decided.
   *
   * @param isLastMoment - whether the source ends here; what is down then has had no time to get up
   */
  end(seconds: number, isLastMoment: boolean): Fall | null {
    const descent = this.#descent;
    if (descent) this.#decide(descent, seconds, isLastMoment && seconds - descent.down.seconds < fallLimits.staysDownSeconds);
    const fall = this.#fall;
    this.#fall = null;
    this.#descent = null;
    return fall;
  }

  #begin(down: BodyMoment): Descent | null {
    const upright = this.#history.lastUpright();
    return upright && down.seconds - upright.seconds <= fallLimits.longestDescentSeconds ? { upright, down } : null;
  }

  #rise(seconds: number): Fall | null {
    this.#descent = null;
    this.#uprightSince ??= seconds;
    if (!this.#fall || seconds - this.#uprightSince < gotUpSeconds) return null;
    return this.end(seconds, false);
  }

  #decide(descent: Descent, seconds: number, isCutShort: boolean): void {
    const { upright, down } = descent;
    this.#descent = null;
    const after = this.#history.since(down.seconds);
    const low = after.filter(({ posture }) => posture === 'low');
    const wasDownSeconds = (low.at(-1)?.seconds ?? down.seconds) - down.seconds;
    if (low.length < fallLimits.leastShareDown * after.length) return;
    if (wasDownSeconds < leastSeenDownSeconds && !isCutShort) return;
    const all = this.#history.since(-Infinity);
    const before = all.filter(({ seconds: at }) => at <= upright.seconds);
    if (
      mayHaveLeft(
        before,
        all.filter(({ seconds: at }) => at > upright.seconds),
      )
    ) {
      if (seconds - down.seconds < patienceSeconds) this.#descent = descent;
      return;
    }
    const speed = fallSpeed(
      all.filter(({ seconds: at }) => at >= upright.seconds - beforeSeconds && at <= down.seconds + afterSeconds),
      before,
    );
    this.#fall = {
      startSeconds: upright.seconds,
      downSeconds: down.seconds,
      decidedSeconds: seconds,
      endSeconds: after.at(-1)?.seconds ?? down.seconds,
      upright,
      down,
      speed,
      strength: Math.min(Math.max(speed.shoulders ?? 0, speed.top) / fallLimits.leastSpeed, speed.drop / fallLimits.leastDrop),
      byPose: upright.pose !== null && after.some(({ pose }) => pose !== null),
    };
  }
}

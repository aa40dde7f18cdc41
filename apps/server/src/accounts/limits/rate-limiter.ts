import type { Clock } from '@vigil/store';

/** So many requests in a window; they may come all at once, and come back evenly. */
export interface RateLimit {
  readonly max: number;
  readonly windowSeconds: number;
}

const mostKeys = 50_000;

/**
 * Counts requests in this process by the generic cell rate algorithm (ITU-T I.371, annex A): one number a key, the time at which
 * everything so far would have arrived at the even rate.
 */
export class RateLimiter {
  readonly #arrivals = new Map<string, number>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** How many keys are remembered, bounded. */
  get size(): number {
    return this.#arrivals.size;
  }

  /** Takes one request of a key: 0 where it may pass, otherwise the seconds to wait. What may not pass does not count. */
  take(key: string, limit: RateLimit): number {
    const now = this.#clock();
    const windowMs = limit.windowSeconds * 1000;
    const arrival = this.#arrival(key, limit) + windowMs / limit.max;
    const waitMs = arrival - now - windowMs;
    // a millisecond of rounding is no reason to refuse
    if (waitMs >= 1) return waitMs / 1000;
    // taken out and put in again, so that the map is in the order of use
    this.#arrivals.delete(key);
    this.#arrivals.set(key, arrival);
    if (this.#arrivals.size > mostKeys) this.#forget(now);
    return 0;
  }

  #arrival(key: string, { windowSeconds }: RateLimit): number {
    const now = this.#clock();
    const arrival = Math.max(this.#arrivals.get(key) ?? now, now);
    const latest = now + windowSeconds * 1000;
    if (arrival <= latest) return arrival;
    // the clock was set back: nobody waits for longer than a window
    this.#arrivals.set(key, latest);
    return latest;
  }

  #forget(now: number): void {
    for (const [key, arrival] of this.#arrivals) if (arrival <= now) this.#arrivals.delete(key);
    for (const key of this.#arrivals.keys()) {
      if (this.#arrivals.size <= mostKeys * 0.9) break;
      this.#arrivals.delete(key);
    }
  }
}

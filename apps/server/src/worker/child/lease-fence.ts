/** Time between two looks at the clock. */
const lookIntervalMs = 200;

/**
 * Ends a process whose supervisor no longer says that it holds the lease: the job may be somebody else's by then, and nothing may be
 * written any more. Measured by the monotonic clock.
 */
export class LeaseFence implements Disposable {
  readonly #timer: NodeJS.Timeout;
  readonly #onExpired: () => void;
  #deadlineMs: number;

  /** @param validMs Time until the first {@link prolong} is due at the latest. */
  constructor(validMs: number, onExpired: () => void) {
    this.#onExpired = onExpired;
    this.#deadlineMs = performance.now() + validMs;
    this.#timer = setInterval(() => this.#look(), lookIntervalMs);
  }

  /** The lease holds for so long from now on. */
  prolong(validMs: number): void {
    this.#deadlineMs = performance.now() + validMs;
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }

  /** A long calculation holds up messages too: those that wait are heard before the process is ended. */
  #look(): void {
    if (!this.#isOver()) return;
    setImmediate(() => setImmediate(() => this.#isOver() && this.#onExpired()));
  }

  #isOver(): boolean {
    return performance.now() > this.#deadlineMs;
  }
}

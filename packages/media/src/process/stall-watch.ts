/** Looks per timeout: the time until a stall is noticed is exact to one part in this many. */
const looksPerTimeout = 8;

/**
 * Calls back once when a process that owes something has shown no sign of progress for a time. It is at rest until told that
 * something is owed, so that a slow consumer never counts as a stalled process. Time is counted in looks of the event loop,
 * not by the clock: where this process itself was busy, input that waits is read between two looks.
 */
export class StallWatch implements Disposable {
  readonly #intervalMs: number;
  readonly #onStalled: () => void;
  #timer: NodeJS.Timeout | null = null;
  #looks = 0;

  constructor(timeoutMs: number, onStalled: () => void) {
    this.#intervalMs = timeoutMs / looksPerTimeout;
    this.#onStalled = onStalled;
  }

  /** Something is owed from now on. */
  owe(): void {
    if (this.#timer !== null) return;
    this.#looks = 0;
    this.#timer = setInterval(() => this.#look(), this.#intervalMs);
    this.#timer.unref();
  }

  /** A sign of progress: the time starts again. */
  progress(): void {
    this.#looks = 0;
  }

  /** Nothing is owed any more. */
  rest(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  [Symbol.dispose](): void {
    this.rest();
  }

  #look(): void {
    this.#looks += 1;
    if (this.#looks <= looksPerTimeout) return;
    this.rest();
    this.#onStalled();
  }
}

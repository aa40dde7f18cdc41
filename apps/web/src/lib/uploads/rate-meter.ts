/** Time over which the rate is taken, milliseconds. */
const windowMs = 5000;
/** Before so long a rate says nothing, milliseconds. */
const leastMs = 500;

/** How fast something goes on, over the last seconds. */
export class RateMeter {
  readonly #points: { readonly atMs: number; readonly bytes: number }[] = [];

  /**
   * Takes a reading. One that is smaller than the last begins anew: bytes were lost, and are sent again.
   *
   * @param bytes Bytes in all.
   * @param atMs Monotonic time, milliseconds.
   */
  add(bytes: number, atMs: number): void {
    const last = this.#points.at(-1);
    if (last !== undefined && bytes < last.bytes) this.#points.length = 0;
    this.#points.push({ atMs, bytes });
    while (this.#points.length > 2 && this.#points[0].atMs < atMs - windowMs) this.#points.shift();
  }

  /** Forgets what was, for a new beginning after a pause. */
  reset(): void {
    this.#points.length = 0;
  }

  /** Bytes a second; null while that is not known. */
  get bytesPerSecond(): number | null {
    const [first] = this.#points;
    const last = this.#points.at(-1);
    if (first === undefined || last === undefined || last.atMs - first.atMs < leastMs) return null;
    return ((last.bytes - first.bytes) * 1000) / (last.atMs - first.atMs);
  }
}

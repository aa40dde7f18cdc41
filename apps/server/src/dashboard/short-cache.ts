/** Answers that are dear to make and may be some seconds old. Whoever asks while one is made waits for the same. */
export class ShortCache<Value> {
  readonly #keepMs: number;
  readonly #most: number;
  readonly #kept = new Map<string, { readonly value: Promise<Value>; readonly untilMs: number }>();

  constructor({ keepMs, most }: { readonly keepMs: number; readonly most: number }) {
    this.#keepMs = keepMs;
    this.#most = most;
  }

  /** The answer of a key, made where there is none or it is too old. One that could not be made is not kept. */
  get(key: string, make: () => Promise<Value>): Promise<Value> {
    const found = this.#kept.get(key);
    if (found !== undefined && found.untilMs > performance.now()) return found.value;
    const value = make();
    this.#kept.delete(key);
    this.#kept.set(key, { value, untilMs: performance.now() + this.#keepMs });
    value.catch(() => {
      if (this.#kept.get(key)?.value === value) this.#kept.delete(key);
    });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#most) break;
      this.#kept.delete(oldest);
    }
    return value;
  }
}

/** What a stretch of sound is heard against: the levels of the last half minute. Bounded memory. */
export class RunningBackground {
  readonly #levels: Float64Array;
  readonly #sorted: Float64Array;
  #next = 0;
  #count = 0;

  /** @param samples - levels remembered */
  constructor(samples: number) {
    this.#levels = new Float64Array(samples);
    this.#sorted = new Float64Array(samples);
  }

  /** Levels remembered now. */
  get count(): number {
    return this.#count;
  }

  /** Remembers a level, dBFS. */
  push(levelDb: number): void {
    this.#levels[this.#next] = levelDb;
    this.#next = (this.#next + 1) % this.#levels.length;
    this.#count = Math.min(this.#count + 1, this.#levels.length);
  }

  /** The level below which a share of the remembered ones lies, dBFS; null without any. */
  quantile(share: number): number | null {
    if (this.#count === 0) return null;
    const sorted = this.#sorted.subarray(0, this.#count);
    sorted.set(this.#levels.subarray(0, this.#count));
    sorted.sort();
    return sorted[Math.round(share * (this.#count - 1))];
  }

  /** Forgets everything. */
  clear(): void {
    this.#count = 0;
    this.#next = 0;
  }
}
